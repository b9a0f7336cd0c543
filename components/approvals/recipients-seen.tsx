import { Icon } from "../ui/icon";

type Seen = { name: string; hasSeen: boolean };

/** Who was asked, each with whether they opened it. */
export function RecipientsSeen({ recipients, most = 2 }: { recipients: readonly Seen[]; most?: number }) {
  const rest = recipients.length - most;
  return (
    <span className="inline-flex max-w-56 min-w-0 flex-wrap gap-x-2 align-middle">
      {recipients.slice(0, most).map(({ name, hasSeen }) => (
        <span key={name} className="inline-flex max-w-full min-w-0 items-center gap-1">
          <span className="truncate">{name}</span>
          {hasSeen && (
            <span className="inline-flex shrink-0 items-center gap-0.5 text-xs text-ink-faint">
              <Icon name="eye" size={12} />
              <span className="sr-only">has</span> seen
            </span>
          )}
        </span>
      ))}
      {rest > 0 && <span className="text-ink-faint">+{rest}</span>}
    </span>
  );
}
