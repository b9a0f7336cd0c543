import { CopyField } from "../ui/copy-field";

/** A key, this once. */
export function ShownKey({ apiKey }: { apiKey: string }) {
  return (
    <div className="grid gap-3">
      <p className="text-ink-muted">
        Copy it into the program now: it is not shown again. Whoever has it can do what it may, so keep it as
        you keep a password.
      </p>
      <CopyField label="Key" value={apiKey} />
    </div>
  );
}
