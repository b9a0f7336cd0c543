"use client";
import { useTransition } from "react";
import { signOutAction } from "@/lib/people/actions";
import { Icon } from "../ui/icon";

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
      <Icon name="log-out" size={18} className="stroke-[1.75]" />
      Sign out
    </button>
  );
}
