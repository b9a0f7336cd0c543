"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFoot } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Role, roles } from "@/db/vocabulary";
import { inviteMemberAction } from "@/lib/people/actions";
import { CopyLink } from "./copy-link";
import { RefusalNotice } from "./refusal-notice";
import { roleNames } from "./role-names";
import { useAnswer } from "./use-answer";

type InviteFormProps = { mayMakeOwners: boolean; isMailSetUp: boolean };

/** Invites somebody: a mail goes out, and the same link can be copied this once. */
export function InviteForm({ mayMakeOwners, isMailSetUp }: InviteFormProps) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [url, setUrl] = useState("");
  const { send, isPending, wrong, message } = useAnswer(
    inviteMemberAction,
    (made) => {
      setUrl(made.url);
      router.refresh();
    },
    ["name", "email"],
  );
  const close = () => {
    setIsOpen(false);
    setUrl("");
  };
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        Invite somebody
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={url ? "Invited" : "Invite somebody"} size="sm">
        {url ? (
          <>
            <DialogBody>
              <CopyLink url={url} isMailSetUp={isMailSetUp} />
            </DialogBody>
            <DialogFoot>
              <Button variant="primary" onClick={close}>
                Done
              </Button>
            </DialogFoot>
          </>
        ) : (
          <form
            method="post"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              const typed = new FormData(event.currentTarget);
              const text = (name: string) => String(typed.get(name) ?? "");
              send({ name: text("name"), email: text("email"), role: text("role") as Role });
            }}
          >
            <DialogBody className="grid gap-4">
              <Field label="Name" error={wrong("name")} isRequired>
                <Input name="name" autoComplete="off" maxLength={100} />
              </Field>
              <Field label="E-mail" error={wrong("email")} isRequired>
                <Input name="email" type="email" autoComplete="off" />
              </Field>
              <Field label="Role">
                <Select name="role" defaultValue="coater">
                  {roles
                    .filter((role) => role !== "owner" || mayMakeOwners)
                    .map((role) => (
                      <option key={role} value={role}>
                        {roleNames[role]}
                      </option>
                    ))}
                </Select>
              </Field>
              <RefusalNotice message={message} />
            </DialogBody>
            <DialogFoot>
              <Button onClick={close}>Cancel</Button>
              <Button type="submit" variant="primary" isPending={isPending}>
                Invite
              </Button>
            </DialogFoot>
          </form>
        )}
      </Dialog>
    </>
  );
}
