import Link from "next/link";
import { type QuestionGroup, questionGroupNames } from "@/lib/imports/question-groups";
import type { QuestionSlice } from "@/lib/imports/slice-questions";
import { numberFormat } from "@/lib/measures/formats";
import { Icon } from "../ui/icon";

type QuestionGroupsProps = {
  id: string;
  groups: QuestionSlice["groups"];
  current: QuestionGroup;
  locale: string;
};

/** What the questions are about, and how many of each are open. */
export function QuestionGroups({ id, groups, current, locale }: QuestionGroupsProps) {
  return (
    <nav aria-label="What the questions are about" className="min-w-0 md:sticky md:top-4 md:self-start">
      <ul className="relative flex gap-1 overflow-x-auto p-0.5 md:flex-col">
        {groups.map(({ group, open }) => (
          <li key={group} className="shrink-0">
            <Link
              href={`/imports/${id}?step=questions&group=${group}`}
              aria-current={group === current ? "page" : undefined}
              className="flex min-h-8 items-center justify-between gap-3 rounded-sm px-2.5 text-ink-muted hover:bg-hover hover:text-ink aria-[current=page]:bg-press aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:min-h-11"
            >
              {questionGroupNames[group]}
              {open > 0 ? (
                <span className="text-xs font-normal">
                  {numberFormat(locale).format(open)}
                  <span className="sr-only"> to answer</span>
                </span>
              ) : (
                <Icon name="check" size={14} className="text-done-ink" label="all answered" />
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
