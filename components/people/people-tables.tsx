import { Section } from "@/components/ui/section";
import { Table, Td, Th } from "@/components/ui/table";
import type { InviteLine, MemberLine } from "@/lib/people/list-members";
import { InviteRow } from "./invite-row";
import { MemberRow } from "./member-row";
import { PermissionTable } from "./permission-table";
import { When } from "./when";

type PeopleTablesProps = {
  members: MemberLine[];
  invites: InviteLine[];
  isOwner: boolean;
  isMailSetUp: boolean;
  times: { now: Date; timeZone: string; locale: string };
};

/** Who works here, who is invited, and what each role may do. */
export function PeopleTables({ members, invites, isOwner, isMailSetUp, times }: PeopleTablesProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <Section title="Members" count={members.length}>
        <Table caption={`Members, ${members.length}`} isWide isStacked>
          <thead>
            <tr>
              <Th>Name</Th>
              <Th>Role</Th>
              <Th>Last seen</Th>
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <MemberRow key={member.id} member={member} mayChangeOwners={isOwner}>
                <Td className="text-ink-muted" data-label="Seen">
                  {member.seenAt ? <When at={member.seenAt} {...times} /> : "never"}
                </Td>
              </MemberRow>
            ))}
          </tbody>
        </Table>
      </Section>
      {invites.length > 0 && (
        <Section title="Invited" count={invites.length}>
          <Table caption={`Invited, ${invites.length}`} isWide isStacked>
            <thead>
              <tr>
                <Th>Name</Th>
                <Th>Role</Th>
                <Th>Link ends</Th>
                <Th>
                  <span className="sr-only">Actions</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {invites.map((invite) => (
                <InviteRow key={invite.id} invite={invite} isMailSetUp={isMailSetUp}>
                  <Td className="text-ink-muted" data-label="Link ends">
                    <When at={invite.endsAt} {...times} />
                  </Td>
                </InviteRow>
              ))}
            </tbody>
          </Table>
        </Section>
      )}
      <Section
        title="What each role may do"
        description="A change of role counts from the person's next click."
      >
        <PermissionTable />
      </Section>
    </div>
  );
}
