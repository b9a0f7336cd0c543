import type { PortalAccess as Access } from "@/lib/people/list-portal-access";
import { RelativeTime } from "../ui/relative-time";
import { Section } from "../ui/section";
import { PortalAccessLine } from "./portal-access-line";

type PortalAccessProps = { access: Access[]; now: string; zone: string; locale: string };

/** Who of a customer follows their jobs by themselves, and who of them approves. */
export function PortalAccess({ access, now, zone, locale }: PortalAccessProps) {
  const when = (at: string) => <RelativeTime at={at} now={now} zone={zone} locale={locale} />;
  return (
    <Section
      title="Portal"
      isFramed
      description={
        access.length === 0
          ? "Add a contact first: whoever you invite sees this customer's jobs, and nothing else."
          : undefined
      }
    >
      <ul className="divide-y">
        {access.map((one) => (
          <PortalAccessLine key={one.contactId} access={one}>
            {one.role === null ? null : one.seenAt ? (
              <>seen {when(one.seenAt)}</>
            ) : one.invitedAt ? (
              <>invited {when(one.invitedAt)}</>
            ) : null}
          </PortalAccessLine>
        ))}
      </ul>
    </Section>
  );
}
