"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogBody, DialogFoot } from "@/components/ui/dialog";
import { Td } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import type { Role } from "@/db/vocabulary";
import { resendInviteAction, revokeInviteAction } from "@/lib/people/actions";
import { useSend } from "../answers/use-send";
import { CopyLink } from "./copy-link";
import { roleNames } from "./role-names";

type Line = { id: string; name: string; email: string; role: Role };
type InviteRowProps = { invite: Line; isMailSetUp: boolean; children: React.ReactNode };

/** One open invitation: send it again with a new link, or take it back. */
export function InviteRow({ invite, isMailSetUp, children }: InviteRowProps) {
  const send = useSend();
  const router = useRouter();
  const [url, setUrl] = useState("");
  const [asksToRevoke, setAsksToRevoke] = useState(false);
  const { id, name, email, role } = invite;
  const resend = async () => {
    const answer = await resendInviteAction({ id });
    router.refresh();
    if (answer.ok) setUrl(answer.value.url);
    else toast.problem(answer.message);
  };
  return (
    <tr>
      <Td className="max-md:basis-full">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-xs text-ink-muted">{email}</span>
      </Td>
      <Td>{roleNames[role]}</Td>
      {children}
      <Td align="right" className="max-md:ml-auto">
        <span className="flex justify-end gap-1">
          <Button size="sm" variant="quiet" onClick={resend}>
            Send again
          </Button>
          <Button size="sm" variant="quiet" onClick={() => setAsksToRevoke(true)}>
            Take back
          </Button>
        </span>
        <Dialog isOpen={url !== ""} onClose={() => setUrl("")} title={`A new link for ${name}`} size="sm">
          <DialogBody>
            <CopyLink url={url} isMailSetUp={isMailSetUp} />
          </DialogBody>
          <DialogFoot>
            <Button variant="primary" onClick={() => setUrl("")}>
              Done
            </Button>
          </DialogFoot>
        </Dialog>
        <ConfirmDialog
          isOpen={asksToRevoke}
          onClose={() => setAsksToRevoke(false)}
          title={`Take back the invitation of ${name}?`}
          confirm="Take back"
          isDangerous
          onConfirm={() => send(revokeInviteAction({ id }), "The invitation is taken back")}
        >
          The link they were sent stops working at once.
        </ConfirmDialog>
      </Td>
    </tr>
  );
}
