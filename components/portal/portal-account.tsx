"use client";
import type { ReactNode } from "react";
import type { PortalRole } from "@/db/vocabulary";
import { endContactSessionAction, leavePortalAction, switchCustomerAction } from "@/lib/portal/actions";
import { goWhere } from "../answers/attempt";
import { useSend } from "../answers/use-send";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Fact, Facts } from "../ui/facts";
import { Section } from "../ui/section";

type PortalAccountProps = {
  me: { name: string; email: string; role: PortalRole };
  homes: { contactId: string; customerName: string; isThis: boolean }[];
  sessions: { id: string; device: string; isThis: boolean; seen: ReactNode }[];
  isReadOnly: boolean;
};

/** Who one is here, for which customers, and on which devices. */
export function PortalAccount({ me, homes, sessions, isReadOnly }: PortalAccountProps) {
  const send = useSend();
  return (
    <div className="grid gap-6 p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-lg font-semibold">{me.name}</h1>
        <Button size="lg" disabled={isReadOnly} onClick={() => goWhere(leavePortalAction(undefined))}>
          Sign out
        </Button>
      </div>
      <Facts>
        <Fact name="E-mail">{me.email}</Fact>
        <Fact name="You may">{me.role === "approver" ? "see jobs and approve proofs" : "see jobs"}</Fact>
      </Facts>
      {homes.length > 1 && (
        <Section title="Your companies" count={homes.length}>
          <ul className="divide-y rounded-lg border bg-surface">
            {homes.map((one) => (
              <li key={one.contactId} className="flex min-h-14 items-center gap-3 px-4 py-2">
                <span className="min-w-0 flex-1 truncate font-medium">{one.customerName}</span>
                {one.isThis ? (
                  <Badge>shown now</Badge>
                ) : (
                  <Button
                    size="lg"
                    disabled={isReadOnly}
                    onClick={() => goWhere(switchCustomerAction({ contactId: one.contactId }))}
                  >
                    Show
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {sessions.length > 0 && (
        <Section title="Signed in on" count={sessions.length}>
          <ul className="divide-y rounded-lg border bg-surface">
            {sessions.map((one) => (
              <li key={one.id} className="flex min-h-14 items-center gap-3 px-4 py-2">
                <span className="min-w-0 flex-1">
                  <span className="flex items-center gap-2">
                    <span className="truncate font-medium">{one.device}</span>
                    {one.isThis && <Badge>this one</Badge>}
                  </span>
                  <span className="block text-ink-muted">seen {one.seen}</span>
                </span>
                {!one.isThis && (
                  <Button
                    size="lg"
                    variant="quiet"
                    aria-label={`Sign out ${one.device}`}
                    onClick={() =>
                      send(endContactSessionAction({ id: one.id }), `${one.device} is signed out`)
                    }
                  >
                    Sign out
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
