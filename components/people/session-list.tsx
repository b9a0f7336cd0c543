"use client";
import { type ReactNode, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Section } from "@/components/ui/section";
import { revokeSessionAction, signOutEverywhereAction } from "@/lib/people/actions";
import { useSend } from "../answers/use-send";

type Line = {
  id: string;
  device: string;
  shopName: string;
  isThis: boolean;
  seen: ReactNode;
  opened: ReactNode;
};

/** Where one is signed in, and the way to end each or all. */
export function SessionList({ sessions }: { sessions: Line[] }) {
  const send = useSend();
  const [asks, setAsks] = useState(false);
  const everywhere = async () => {
    if (await send(signOutEverywhereAction({ isThisKept: false }), "Signed out everywhere")) {
      location.assign("/sign-in");
    }
  };
  return (
    <Section
      title="Signed in on"
      count={sessions.length}
      isFramed
      actions={
        <Button size="sm" onClick={() => setAsks(true)}>
          Sign out everywhere
        </Button>
      }
    >
      <ul className="divide-y">
        {sessions.map((session) => (
          <li key={session.id} className="flex min-h-12 items-center gap-3 py-1.5">
            <span className="min-w-0 flex-1">
              <span className="flex items-center gap-2">
                <span className="truncate font-medium">{session.device}</span>
                {session.isThis && <Badge>this one</Badge>}
              </span>
              <span className="block text-xs text-ink-muted">
                {session.shopName} · seen {session.seen} · signed in {session.opened}
              </span>
            </span>
            {!session.isThis && (
              <Button
                size="sm"
                variant="quiet"
                aria-label={`Sign out ${session.device}`}
                onClick={() =>
                  send(revokeSessionAction({ id: session.id }), `${session.device} is signed out`)
                }
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={asks}
        onClose={() => setAsks(false)}
        title="Sign out everywhere?"
        confirm="Sign out everywhere"
        onConfirm={everywhere}
      >
        Every device has to sign in again, this one too.
      </ConfirmDialog>
    </Section>
  );
}
