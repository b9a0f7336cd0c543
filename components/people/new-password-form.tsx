"use client";
import { Button } from "@/components/ui/button";
import { resetPasswordAction } from "@/lib/people/actions";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { PasswordField } from "./password-field";

/** Uses a mailed link up: only this button does. */
export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const { send, isPending, wrong, message } = useAnswer(
    resetPasswordAction,
    ({ to }) => location.assign(to),
    ["password"],
  );
  return (
    <form
      method="post"
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send({ token, password: String(new FormData(event.currentTarget).get("password") ?? "") });
      }}
    >
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField label="New password" isNew autoFocus error={wrong("password")} />
      <RefusalNotice message={message} />
      <Button type="submit" variant="primary" size="lg" isPending={isPending}>
        Set the password
      </Button>
    </form>
  );
}
