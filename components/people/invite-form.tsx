"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Role, roles } from "@/db/vocabulary";
import { inviteMemberAction } from "@/lib/people/actions";
import { useAnswer } from "../answers/use-answer";
import { CopyLink } from "./copy-link";
import { MakeDialog } from "./make-dialog";
import { roleNames } from "./role-names";

type InviteFormProps = { mayMakeOwners: boolean; isMailSetUp: boolean };

/** Invites somebody: a mail goes out, and the same link can be copied this once. */
export function InviteForm({ mayMakeOwners, isMailSetUp }: InviteFormProps) {
  const router = useRouter();
  const [url, setUrl] = useState("");
  const { send, isPending, wrong, message } = useAnswer(
    inviteMemberAction,
    (made) => {
      setUrl(made.url);
      router.refresh();
    },
    ["name", "email"],
  );
  const invite = (typed: FormData) => {
    const text = (name: string) => String(typed.get(name) ?? "");
    send({ name: text("name"), email: text("email"), role: text("role") as Role });
  };
  return (
    <MakeDialog
      title="Invite somebody"
      verb="Invite"
      made={url ? { title: "Invited", shown: <CopyLink url={url} isMailSetUp={isMailSetUp} /> } : null}
      isPending={isPending}
      message={message}
      onMake={invite}
      onClose={() => setUrl("")}
    >
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
    </MakeDialog>
  );
}
