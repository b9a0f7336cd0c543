"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { acceptInviteAction } from "@/lib/people/actions";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { PasswordField } from "./password-field";

type AcceptInviteFormProps = {
  token: string;
  name: string;
  email: string;
  /** "new" chooses a password, "known" types their own, "signed-in" needs neither. */
  who: "new" | "known" | "signed-in";
};

export function AcceptInviteForm({ token, name, email, who }: AcceptInviteFormProps) {
  const { send, isPending, wrong, message } = useAnswer(acceptInviteAction, ({ to }) => location.assign(to), [
    "name",
    "password",
  ]);
  return (
    <form
      method="post"
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        const text = (field: string) => (typed.has(field) ? String(typed.get(field)) : undefined);
        send({ token, name: text("name"), password: text("password") });
      }}
    >
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      {who === "new" && (
        <Field label="Your name" error={wrong("name")} isRequired>
          <Input name="name" autoComplete="name" defaultValue={name} maxLength={100} />
        </Field>
      )}
      {who !== "signed-in" && (
        <PasswordField
          label={who === "new" ? "Choose a password" : "Your password"}
          isNew={who === "new"}
          error={wrong("password")}
        />
      )}
      <RefusalNotice message={message} />
      <Button type="submit" variant="primary" size="lg" isPending={isPending}>
        Join the shop
      </Button>
    </form>
  );
}
