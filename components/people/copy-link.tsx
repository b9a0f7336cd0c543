import { CopyField } from "../ui/copy-field";

/** A link shown once, to hand over by any other way. */
export function CopyLink({ url, isMailSetUp }: { url: string; isMailSetUp: boolean }) {
  return (
    <div className="grid gap-3">
      <p className="text-ink-muted">
        {isMailSetUp
          ? "A mail is on its way. You can also hand over this link."
          : "No mail service is set up, so hand over this link."}{" "}
        It works once, for seven days, and is not shown again.
      </p>
      <CopyField label="Link" value={url} />
    </div>
  );
}
