"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";

/** A link shown once, to hand over by any other way. */
export function CopyLink({ url, isMailSetUp }: { url: string; isMailSetUp: boolean }) {
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => toast("Link copied"),
      () => toast.problem("The browser did not let the link be copied. Select it and copy it by hand."),
    );
  return (
    <div className="grid gap-3">
      <p className="text-ink-muted">
        {isMailSetUp
          ? "A mail is on its way. You can also hand over this link."
          : "No mail service is set up, so hand over this link."}{" "}
        It works once, for seven days, and is not shown again.
      </p>
      <div className="flex items-end gap-2">
        <Field label="Link" className="flex-1">
          <Input readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
        </Field>
        <Button onClick={copy}>Copy</Button>
      </div>
    </div>
  );
}
