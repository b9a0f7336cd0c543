"use client";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Select } from "@/components/ui/select";
import { Td } from "@/components/ui/table";
import { type Role, roles } from "@/db/vocabulary";
import {
  changeRoleAction,
  disableMemberAction,
  enableMemberAction,
  signMemberOutAction,
} from "@/lib/people/actions";
import { useSend } from "../answers/use-send";
import { roleNames } from "./role-names";

type Line = { id: string; name: string; email: string; role: Role; isDisabled: boolean; isMe: boolean };
type MemberRowProps = { member: Line; mayChangeOwners: boolean; children: React.ReactNode };

/** One member and what may be done about them; the last cell but one, when they were seen, comes from the page. */
export function MemberRow({ member, mayChangeOwners, children }: MemberRowProps) {
  const send = useSend();
  const [asks, setAsks] = useState<"disable" | "sign-out" | null>(null);
  const { id, name, role, isDisabled, isMe } = member;
  const isMine = role !== "owner" || mayChangeOwners;
  return (
    <tr>
      <Td className="max-md:basis-full">
        <span className="flex min-w-0 items-center gap-2.5">
          <Avatar name={name} isNamed />
          <span className="min-w-0">
            <span className="flex items-center gap-2">
              <span className="truncate font-medium">{name}</span>
              {isMe && <Badge>you</Badge>}
              {isDisabled && <Badge tone="risk">disabled</Badge>}
            </span>
            <span className="block truncate text-xs text-ink-muted">{member.email}</span>
          </span>
        </span>
      </Td>
      <Td>
        {isMine ? (
          <Select
            aria-label={`Role of ${name}`}
            value={role}
            className="w-32"
            onChange={(event) => {
              const wanted = event.target.value as Role;
              send(
                changeRoleAction({ id, role: wanted }),
                `${name} is ${roleNames[wanted].toLowerCase()} now`,
              );
            }}
          >
            {roles
              .filter((one) => one !== "owner" || mayChangeOwners)
              .map((one) => (
                <option key={one} value={one}>
                  {roleNames[one]}
                </option>
              ))}
          </Select>
        ) : (
          roleNames[role]
        )}
      </Td>
      {children}
      <Td align="right" className="max-md:ml-auto">
        {isMine && !isMe && (
          <span className="flex justify-end gap-1">
            {isDisabled ? (
              <Button size="sm" onClick={() => send(enableMemberAction({ id }), `${name} may sign in again`)}>
                Enable
              </Button>
            ) : (
              <>
                <Button size="sm" variant="quiet" onClick={() => setAsks("sign-out")}>
                  Sign out
                </Button>
                <Button size="sm" variant="quiet" onClick={() => setAsks("disable")}>
                  Disable
                </Button>
              </>
            )}
          </span>
        )}
        <ConfirmDialog
          isOpen={asks === "disable"}
          onClose={() => setAsks(null)}
          title={`Disable ${name}?`}
          confirm="Disable"
          isDangerous
          onConfirm={() => send(disableMemberAction({ id }), `${name} is disabled`)}
        >
          They are signed out at once and cannot sign in, and programs are no longer let in by keys they made.
          What they did stays, and you can enable them again.
        </ConfirmDialog>
        <ConfirmDialog
          isOpen={asks === "sign-out"}
          onClose={() => setAsks(null)}
          title={`Sign ${name} out everywhere?`}
          confirm="Sign out"
          onConfirm={() => send(signMemberOutAction({ id }), `${name} is signed out`)}
        >
          Every device they use in this shop has to sign in again.
        </ConfirmDialog>
      </Td>
    </tr>
  );
}
