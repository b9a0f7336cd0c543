"use client";
import { Avatar } from "@/components/ui/avatar";
import { Section } from "@/components/ui/section";
import type { Role } from "@/db/vocabulary";
import { demoSignInAction } from "@/lib/people/actions";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { roleNames } from "./role-names";

type DemoSignInProps = { people: { memberId: string; name: string; role: Role }[] };

/** One click a person of the demo; no password exists for them. */
export function DemoSignIn({ people }: DemoSignInProps) {
  const { send, isPending, message } = useAnswer(demoSignInAction, ({ to }) => location.assign(to));
  return (
    <Section
      title="This is a demo shop"
      description="Everything in it is made up. Look around as any of them."
      isFramed
    >
      <ul className="grid gap-2 sm:grid-cols-2">
        {people.map((person) => (
          <li key={person.memberId}>
            <button
              type="button"
              disabled={isPending}
              onClick={() => send({ memberId: person.memberId })}
              className="flex min-h-12 w-full items-center gap-3 rounded-sm border border-line-strong/60 bg-raised px-3 py-1.5 text-left hover:border-line-strong disabled:opacity-50"
            >
              <Avatar name={person.name} isNamed />
              <span className="min-w-0">
                <span className="block truncate font-medium">{person.name}</span>
                <span className="block text-xs text-ink-muted">{roleNames[person.role]}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <RefusalNotice message={message} />
    </Section>
  );
}
