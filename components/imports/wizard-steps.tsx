import clsx from "clsx";
import Link from "next/link";
import type { Wizard, WizardView } from "@/lib/imports/open-wizard";
import { numberFormat } from "@/lib/measures/formats";
import { Icon } from "../ui/icon";

/** The three steps, each a link: one can go back and forth as one likes. */
export function WizardSteps({
  opened,
  step,
  locale,
}: {
  opened: Wizard;
  step: WizardView["step"];
  locale: string;
}) {
  const { id, questions, counts, missing, headings } = opened;
  const number = (value = 0) => numberFormat(locale).format(value);
  const steps = [
    {
      step: "columns",
      name: "Columns",
      says: missing ? `${missing} is missing` : `${headings.length} columns`,
      isDone: missing === null,
    },
    {
      step: "questions",
      name: "Questions",
      says: questions.total === 0 ? "nothing to ask" : `${number(questions.open)} to answer`,
      isDone: questions.open === 0,
    },
    { step: "rows", name: "Look it over", says: `${number(counts.ok)} rows go in`, isDone: false },
  ];
  return (
    <nav aria-label="Steps of this import">
      <ol className="grid grid-cols-3 overflow-clip rounded-lg border bg-surface">
        {steps.map((one, at) => {
          const isCurrent = one.step === step;
          return (
            <li key={one.step} className="min-w-0 not-first:border-l">
              <Link
                href={`/imports/${id}?step=${one.step}`}
                aria-current={isCurrent ? "step" : undefined}
                className={clsx(
                  "flex h-full items-center gap-2.5 px-3 py-2.5 -outline-offset-2 transition-colors sm:px-4",
                  isCurrent ? "bg-accent-wash" : "hover:bg-hover",
                )}
              >
                <span
                  aria-hidden
                  className={clsx(
                    "grid size-6 shrink-0 place-items-center rounded-full text-xs font-semibold max-sm:hidden",
                    isCurrent
                      ? "bg-accent text-on-accent"
                      : one.isDone
                        ? "bg-done-wash text-done-ink"
                        : "bg-press text-ink-muted",
                  )}
                >
                  {one.isDone && !isCurrent ? <Icon name="check" size={14} /> : at + 1}
                </span>
                <span className="min-w-0">
                  <span className={clsx("block truncate font-semibold", isCurrent && "text-accent-ink")}>
                    {one.name}
                  </span>
                  <span className="block truncate text-xs text-ink-muted">{one.says}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
