"use client";
import { type ReactNode, useState } from "react";
import { useSend } from "@/components/answers/use-send";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Td } from "@/components/ui/table";
import type { Scope } from "@/db/vocabulary";
import { scopeNames } from "@/lib/api/scope-names";
import { revokeApiKeyAction } from "@/lib/people/actions";
import type { KeyState } from "@/lib/people/list-api-keys";

type Line = {
  id: string;
  name: string;
  ending: string;
  scopes: Scope[];
  state: KeyState;
};
type KeyRowProps = { line: Line; madeBy: string; made: ReactNode; children: ReactNode };

/** One key: what it may do, and the way to end it. */
export function KeyRow({ line, madeBy, made, children }: KeyRowProps) {
  const send = useSend();
  const [asks, setAsks] = useState(false);
  const { id, name, ending, scopes, state } = line;
  return (
    <tr>
      <Td>
        <span className="flex items-center gap-2">
          <span className="font-medium break-words">{name}</span>
          {state !== "live" && <Badge tone={state === "revoked" ? "plain" : "risk"}>{state}</Badge>}
        </span>
        <span className="block text-xs text-ink-muted">
          …{ending} · {madeBy}, {made}
        </span>
        <span className="block text-xs text-ink-muted md:hidden">
          {scopes.map((scope) => scopeNames[scope]).join("; ")}
        </span>
      </Td>
      <Td className="max-md:hidden">
        <ul className="text-xs whitespace-nowrap text-ink-muted">
          {scopes.map((scope) => (
            <li key={scope}>{scopeNames[scope]}</li>
          ))}
        </ul>
      </Td>
      {children}
      <Td align="right">
        {state !== "revoked" && (
          <Button size="sm" variant="quiet" aria-label={`Revoke ${name}`} onClick={() => setAsks(true)}>
            Revoke
          </Button>
        )}
        <ConfirmDialog
          isOpen={asks}
          onClose={() => setAsks(false)}
          title={`Revoke the key of ${name}?`}
          confirm="Revoke"
          isDangerous
          onConfirm={() => send(revokeApiKeyAction({ id }), `${name} is let in no more`)}
        >
          The program is shut out at once and for good. What it did stays in the history.
        </ConfirmDialog>
      </Td>
    </tr>
  );
}
