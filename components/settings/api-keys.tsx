import Link from "next/link";
import { When } from "@/components/people/when";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { Table, Td, Th } from "@/components/ui/table";
import type { ApiKeyLine } from "@/lib/people/list-api-keys";
import { Icon } from "../ui/icon";
import { KeyRow } from "./key-row";

type ApiKeysProps = { keys: ApiKeyLine[]; times: { now: Date; timeZone: string; locale: string } };

/** The keys that let other programs in: what each may do, who made it, when it was last used. */
export function ApiKeys({ keys, times }: ApiKeysProps) {
  const live = keys.filter((key) => key.state === "live").length;
  return (
    <Section
      title="Keys for other programs"
      count={live}
      description={
        <>
          A website, a spreadsheet or another program reads and changes this shop with a key of its own, and
          the history says which did what. A key stops while the owner who made it is disabled or is no owner.{" "}
          <Link href="/docs/api" className="text-accent-ink underline">
            What the API can do
          </Link>
        </>
      }
    >
      <Table
        caption={`Keys, ${keys.length}`}
        isWide
        empty={
          keys.length === 0 && (
            <EmptyState icon={<Icon name="key-round" size={20} />} title="No program has a key">
              Make one for each program, so that you can revoke it alone.
            </EmptyState>
          )
        }
      >
        <thead>
          <tr>
            <Th>Program</Th>
            <Th className="max-md:hidden">It may</Th>
            <Th className="max-md:hidden">Last used</Th>
            <Th className="max-md:hidden">Ends</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ id, name, ending, scopes, state, madeBy, createdAt, seenAt, expiresAt }) => (
            <KeyRow
              key={id}
              line={{ id, name, ending, scopes, state }}
              madeBy={madeBy}
              made={<When at={createdAt} {...times} />}
            >
              <Td className="text-ink-muted max-md:hidden">
                {seenAt ? <When at={seenAt} {...times} /> : "never"}
              </Td>
              <Td className="text-ink-muted max-md:hidden">
                {state === "revoked" ? "" : expiresAt ? <When at={expiresAt} {...times} /> : "never"}
              </Td>
            </KeyRow>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
