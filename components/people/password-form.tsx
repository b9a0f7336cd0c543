"use client";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { toast } from "@/components/ui/toast";
import { changePasswordAction } from "@/lib/people/actions";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { PasswordField } from "./password-field";

export function PasswordForm({ email }: { email: string }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const done = ({ endedSessions }: { endedSessions: number }) => {
    form.current?.reset();
    toast(endedSessions > 0 ? "Password changed. Your other devices are signed out." : "Password changed");
    router.refresh();
  };
  const { send, isPending, wrong, message } = useAnswer(changePasswordAction, done, ["current", "password"]);
  return (
    <Section title="Password" description="Changing it signs you out on every other device." isFramed>
      <form
        ref={form}
        method="post"
        noValidate
        className="grid max-w-sm gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget);
          send({
            current: String(typed.get("current") ?? ""),
            password: String(typed.get("password") ?? ""),
          });
        }}
      >
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField label="Current password" name="current" error={wrong("current")} />
        <PasswordField label="New password" isNew error={wrong("password")} />
        <RefusalNotice message={message} />
        <Button type="submit" isPending={isPending} className="justify-self-start">
          Change password
        </Button>
      </form>
    </Section>
  );
}
