"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import type { PortalRole } from "@/db/vocabulary";
import {
  changeContactRoleAction,
  endContactAccessAction,
  inviteContactAction,
  previewContactAction,
} from "@/lib/people/actions";
import type { PortalAccess } from "@/lib/people/list-portal-access";
import { goWhere } from "../answers/attempt";
import { useSend } from "../answers/use-send";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuItem } from "../ui/menu";
import { Select } from "../ui/select";

/** What one contact may do in the portal, and the ways to invite, look and end. */
export function PortalAccessLine({ access, children }: { access: PortalAccess; children: ReactNode }) {
  const { contactId, name, email, role } = access;
  const router = useRouter();
  const send = useSend();
  const [asks, setAsks] = useState(false);
  const change = (to: string) => {
    if (to === "") return setAsks(true);
    const next = to as PortalRole;
    if (role === null)
      return send(inviteContactAction({ contactId, role: next }), `${name} is invited by e-mail`);
    return send(changeContactRoleAction({ contactId, role: next }), `${name} is ${roleWords[next]} now`);
  };
  const look = async () => {
    if (!(await goWhere(previewContactAction({ contactId })))) router.refresh();
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <span className="min-w-40 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-xs text-ink-muted">
          {email ? children : "no e-mail address"}
        </span>
      </span>
      <Select
        aria-label={`What ${name} may do in the portal`}
        value={role ?? ""}
        disabled={!email}
        onChange={(event) => change(event.target.value)}
        className="w-36"
      >
        <option value="">No access</option>
        <option value="viewer">Viewer</option>
        <option value="approver">Approver</option>
      </Select>
      {role && (
        <>
          <IconButton label={`See what ${name} sees`} onClick={look}>
            <Icon name="eye" size={16} />
          </IconButton>
          <Menu
            label={`More about ${name}'s access`}
            align="end"
            trigger={
              <IconButton label={`More about ${name}'s access`}>
                <Icon name="ellipsis" size={16} />
              </IconButton>
            }
          >
            <MenuItem
              onSelect={() =>
                send(inviteContactAction({ contactId, role }), `The invitation is on its way to ${email}`)
              }
            >
              Send the invitation again
            </MenuItem>
            <MenuItem isDangerous onSelect={() => setAsks(true)}>
              End access
            </MenuItem>
          </Menu>
        </>
      )}
      <ConfirmDialog
        isOpen={asks}
        onClose={() => setAsks(false)}
        title={`End ${name}'s access?`}
        confirm="End access"
        isDangerous
        onConfirm={async () => {
          await send(endContactAccessAction({ contactId }), `${name} no longer sees the portal`);
        }}
      >
        They are signed out everywhere and the links mailed to them stop working. What they decided stays.
      </ConfirmDialog>
    </li>
  );
}

const roleWords: Record<PortalRole, string> = { approver: "an approver", viewer: "a viewer" };
