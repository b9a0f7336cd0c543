"use client";
import Link from "next/link";
import { useState } from "react";
import type { ImportKind } from "@/db/vocabulary";
import { runImportAction } from "@/lib/imports/actions";
import type { WizardView } from "@/lib/imports/open-wizard";
import { numberFormat } from "@/lib/measures/formats";
import { attempt, sayRefusal } from "../answers/attempt";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { LinkButton } from "../ui/link-button";
import { countRows, kindWords } from "./import-words";

type WizardBarProps = {
  id: string;
  kind: ImportKind;
  step: WizardView["step"];
  counts: Record<string, number>;
  questions: { open: number; ofFile: number };
  missing: string | null;
  locale: string;
};

/** How the dry run stands, always in sight, and the way on. */
export function WizardBar({ id, kind, step, counts, questions, missing, locale }: WizardBarProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { ok = 0, decide = 0, refuse = 0 } = counts;
  const number = (value: number) => numberFormat(locale).format(value);
  const to = (at: string) => `/imports/${id}?step=${at}`;
  const tallies = [
    { verdict: "ok", count: ok, name: "go in", dot: "bg-done" },
    { verdict: "decide", count: decide, name: "wait", dot: "bg-risk" },
    { verdict: "refuse", count: refuse, name: "refused", dot: "bg-late" },
  ];
  const leftOut = [
    decide > 0 && `${countRows(decide, locale)} still waiting for an answer`,
    refuse > 0 && `${countRows(refuse, locale)} refused`,
  ].filter((one) => one !== false);
  return (
    <footer className="sticky bottom-[var(--bottom-bar,0px)] z-10 flex flex-wrap items-center gap-x-5 gap-y-2 border-t bg-paper px-4 py-3 md:px-6">
      <ul aria-label="The dry run so far" className="flex flex-wrap gap-x-4 gap-y-1">
        {tallies.map(({ verdict, count, name, dot }) => (
          <li key={verdict} className={verdict === "ok" ? undefined : "max-sm:hidden"}>
            <Link
              href={`/imports/${id}?step=rows&verdict=${verdict}`}
              className="flex min-h-6 items-center gap-1.5 text-ink-muted hover:text-ink hover:underline"
            >
              <span aria-hidden className={`size-2 rounded-full ${dot}`} />
              <span className="font-semibold text-ink">{number(count)}</span> {name}
            </Link>
          </li>
        ))}
      </ul>
      <div className="ml-auto">
        {step === "columns" && (
          <LinkButton
            href={to(questions.open > 0 ? "questions" : "rows")}
            variant={missing ? "secondary" : "primary"}
            size="lg"
          >
            {questions.open > 0
              ? `Next: ${number(questions.open)} ${questions.open === 1 ? "question" : "questions"}`
              : "Next: look it over"}
          </LinkButton>
        )}
        {step === "questions" && (
          <LinkButton href={to("rows")} variant={questions.open > 0 ? "secondary" : "primary"} size="lg">
            Next: look it over
          </LinkButton>
        )}
        {step === "rows" && missing !== null && (
          <LinkButton href={to("columns")} variant="primary" size="lg">
            First: which column holds {missing}?
          </LinkButton>
        )}
        {step === "rows" && missing === null && questions.ofFile > 0 && (
          <LinkButton href={`${to("questions")}&group=file`} variant="primary" size="lg">
            First: a question about the whole file
          </LinkButton>
        )}
        {step === "rows" && missing === null && questions.ofFile === 0 && (
          <Button variant="primary" size="lg" disabled={ok === 0} onClick={() => setIsAsking(true)}>
            Bring in {countRows(ok, locale)}
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={`Bring in ${countRows(ok, locale)}?`}
        confirm="Bring in"
        decline="Not yet"
        onConfirm={() => sayRefusal(attempt(() => runImportAction({ id })))}
      >
        <p>
          They become {kindWords[kind].many} of the shop. It goes on in the background, and the whole import
          can be undone afterwards.
        </p>
        {leftOut.length > 0 && (
          <p className="mt-2">
            Left out: {leftOut.join(" and ")}. They are listed with their reasons, and you can download them
            to correct and bring in again.
          </p>
        )}
      </ConfirmDialog>
    </footer>
  );
}
