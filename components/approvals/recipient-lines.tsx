import type { ProofVersionView } from "@/lib/approvals/proof-view";
import { Avatar } from "../ui/avatar";
import { Icon } from "../ui/icon";
import { RelativeTime } from "../ui/relative-time";

type RecipientLinesProps = {
  version: ProofVersionView;
  now: string;
  shop: { timeZone: string; locale: string };
};

/** Who was asked about a version, and when each first opened it. */
export function RecipientLines({ version, now, shop }: RecipientLinesProps) {
  const isWaiting = version.state === "waiting";
  return (
    <ul aria-label="Asked" className="flex flex-col gap-2">
      {version.recipients.map((one) => (
        <li key={one.contactId} className="flex items-center gap-2">
          <Avatar name={one.name} size="sm" isNamed />
          <span className="min-w-0 flex-1">
            <span className="block truncate">{one.name}</span>
            <span className="block truncate text-xs text-ink-faint">{one.email}</span>
          </span>
          <span className="flex shrink-0 items-center gap-1 text-xs text-ink-muted">
            {one.seenAt ? (
              <>
                <Icon name="eye" size={12} />
                Seen <RelativeTime at={one.seenAt} now={now} zone={shop.timeZone} locale={shop.locale} />
              </>
            ) : (
              isWaiting && (
                <>
                  <Icon name="mail" size={12} />
                  Not opened yet
                </>
              )
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
