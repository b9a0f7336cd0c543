"use client";
import { Button } from "./button";
import { Field } from "./field";
import { Input } from "./input";
import { toast } from "./toast";

/** What is shown once, to be copied: a link, a key. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => toast(`${label} copied`),
      () => toast.problem("The browser did not let it be copied. Select it and copy it by hand."),
    );
  return (
    <div className="flex items-end gap-2">
      <Field label={label} className="flex-1">
        <Input readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <Button variant="primary" onClick={copy}>
        Copy
      </Button>
    </div>
  );
}
