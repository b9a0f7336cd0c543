import { When } from "@/components/people/when";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { TabLinks } from "@/components/ui/tab-links";
import { RowLink, Table, Td, Th } from "@/components/ui/table";
import type { MessageState } from "@/db/schema/messages";
import type { Outbox as Page } from "@/lib/messages/list-messages";
import { Icon } from "../ui/icon";
import { messageLooks } from "./message-looks";
import { NoMailService } from "./no-mail-service";

type OutboxProps = {
  page: Page;
  state?: MessageState;
  isMailSetUp: boolean;
  times: { now: Date; timeZone: string; locale: string };
};

/** Every message of the shop and what became of it. */
export function Outbox({ page, state, isMailSetUp, times }: OutboxProps) {
  const { lines, counts, older } = page;
  const all = counts.waiting + counts.sent + counts.kept + counts.failed;
  const href = (query: Record<string, string | undefined>) => {
    const set = Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined);
    return `/settings/outbox${set.length > 0 ? `?${new URLSearchParams(set)}` : ""}`;
  };
  const tabs = [
    { href: href({}), name: "All", count: all, isCurrent: !state },
    ...(Object.keys(messageLooks) as MessageState[]).map((one) => ({
      href: href({ state: one }),
      name: <span className="inline-block first-letter:uppercase">{messageLooks[one].name}</span>,
      count: counts[one],
      isCurrent: state === one,
    })),
  ];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {!isMailSetUp && <NoMailService />}
      <TabLinks label="Messages by state" tabs={tabs} />
      <Table
        caption={`Messages, ${state ? counts[state] : all}`}
        isWide
        isStacked
        empty={
          lines.length === 0 && (
            <EmptyState icon={<Icon name="mail" size={20} />} title="No messages here">
              What is written to customers and members shows up here, with what became of it.
            </EmptyState>
          )
        }
      >
        <thead>
          <tr>
            <Th>Subject</Th>
            <Th>To</Th>
            <Th>State</Th>
            <Th>Written</Th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} data-linked>
              <Td className="max-md:basis-full">
                <RowLink href={`/settings/outbox/${line.id}`}>{line.subject}</RowLink>
                {line.state === "failed" && line.error && (
                  <span className="line-clamp-2 text-xs text-late-ink">{line.error}</span>
                )}
              </Td>
              <Td className="text-ink-muted max-md:basis-full max-md:truncate">
                {line.toAddress || "Nobody"}
              </Td>
              <Td>
                <Badge tone={messageLooks[line.state].tone} tip={line.error || undefined}>
                  {messageLooks[line.state].name}
                </Badge>
              </Td>
              <Td className="text-ink-muted max-md:ml-auto">
                <When at={line.createdAt} {...times} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {older && (
        <LinkButton href={href({ state, before: older })} className="justify-self-center">
          Older messages
        </LinkButton>
      )}
    </div>
  );
}
