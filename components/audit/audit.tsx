import type { AuditInput } from "@/lib/audit/input";
import type { AuditPage } from "@/lib/audit/list-audit";
import type { AuditChoices } from "@/lib/audit/list-audit-choices";
import type { Shop } from "@/lib/context";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";
import { auditQuery } from "./audit-address";
import { AuditFilter } from "./audit-filter";
import { AuditLineRow } from "./audit-line";

type AuditProps = { page: AuditPage; asked: AuditInput; choices: AuditChoices; shop: Shop; now: string };

/** Everything that happened in the shop: who did what to which thing, when, before and after. */
export function Audit({ page, asked, choices, shop, now }: AuditProps) {
  const isNarrowed = Object.values({ ...asked, before: "" }).some(Boolean);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <AuditFilter asked={asked} choices={choices} isNarrowed={isNarrowed} />
      {page.lines.length === 0 ? (
        <EmptyState
          icon={<Icon name="rotate-ccw-clock" size={20} />}
          title={isNarrowed ? "Nothing like that happened" : "Nothing yet"}
        >
          {isNarrowed ? "Take a filter away to see more." : "Every change in the shop shows up here."}
        </EmptyState>
      ) : (
        <ol aria-label="Events, newest first" className="divide-y rounded-lg border bg-surface">
          {page.lines.map((line) => (
            <AuditLineRow key={line.seq} line={line} shop={shop} now={now} />
          ))}
        </ol>
      )}
      {(page.older || asked.before) && (
        <div className="flex justify-center gap-2">
          {asked.before && (
            <LinkButton href={`/settings/audit${auditQuery({ ...asked, before: "" })}`}>Newest</LinkButton>
          )}
          {page.older && (
            <LinkButton href={`/settings/audit${auditQuery({ ...asked, before: page.older })}`}>
              Older
            </LinkButton>
          )}
        </div>
      )}
    </div>
  );
}
