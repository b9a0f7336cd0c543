"use client";
import { LogOut } from "lucide-react";
import { useTransition } from "react";
import { signOutAction } from "@/lib/people/actions";

/** Ends the session and leaves by a full load, so that nothing of the shop stays in this tab. */
export function SignOut({ className }: { className: string }) {
  const [isLeaving, startLeaving] = useTransition();
  const leave = () =>
    startLeaving(async () => {
      const answer = await signOutAction(undefined);
      location.assign(answer.ok ? answer.value.to : "/sign-in");
    });
  return (
    <button type="button" onClick={leave} disabled={isLeaving} className={className}>
      <LogOut size={18} strokeWidth={1.75} aria-hidden />
      Sign out
    </button>
  );
}
