"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";

/** A key, this once. */
export function ShownKey({ apiKey }: { apiKey: string }) {
  const copy = () =>
    navigator.clipboard.writeText(apiKey).then(
      () => toast("Key copied"),
      () => toast.problem("The browser did not let the key be copied. Select it and copy it by hand."),
    );
  return (
    <div className="grid gap-3">
      <p className="text-ink-muted">
        Copy it into the program now: it is not shown again. Whoever has it can do what it may, so keep it as
        you keep a password.
      </p>
      <div className="flex items-end gap-2">
        <Field label="Key" className="flex-1">
          <Input readOnly value={apiKey} onFocus={(event) => event.currentTarget.select()} />
        </Field>
        <Button onClick={copy}>Copy</Button>
      </div>
    </div>
  );
}
