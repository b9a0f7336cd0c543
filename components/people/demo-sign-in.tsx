"use client";
import type { Role } from "@/db/vocabulary";
import { demoSignInAction } from "@/lib/people/actions";
import { RefusedLine } from "./refused-line";
import { roleNames } from "./role-names";
import { useAnswer } from "./use-answer";

type DemoSignInProps = { people: { memberId: string; name: string; role: Role }[] };

/** One click a person of the demo; no password exists for them. */
export function DemoSignIn({ people }: DemoSignInProps) {
  const { send, isPending, message } = useAnswer(demoSignInAction, ({ to }) => location.assign(to));
  return (
    <section aria-labelledby="demo-people" className="rounded-lg border bg-risk-wash p-4">
      <h2 id="demo-people" className="font-semibold text-risk-ink">
        This is a demo shop
      </h2>
      <p className="mt-1 text-risk-ink">Sign in as anyone. Everything in it is made up.</p>
      <ul className="mt-3 grid gap-2 sm:grid-cols-2">
        {people.map((person) => (
          <li key={person.memberId}>
            <button
              type="button"
              disabled={isPending}
              onClick={() => send({ memberId: person.memberId })}
              className="min-h-12 w-full rounded-sm border border-line-strong bg-surface px-3 py-1.5 text-left hover:bg-raised disabled:opacity-60"
            >
              <span className="block font-medium">{person.name}</span>
              <span className="block text-xs text-ink-muted">{roleNames[person.role]}</span>
            </button>
          </li>
        ))}
      </ul>
      <RefusedLine message={message} />
    </section>
  );
}
