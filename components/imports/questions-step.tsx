import type { Wizard, WizardView } from "@/lib/imports/open-wizard";
import { type QuestionGroup, questionGroupNames } from "@/lib/imports/question-groups";
import { type QuestionSlice, questionsAtOnce } from "@/lib/imports/slice-questions";
import { numberFormat } from "@/lib/measures/formats";
import { KeptFields } from "../lists/kept-fields";
import { ListForm } from "../lists/list-form";
import { ListSearch } from "../lists/list-search";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { Pagination } from "../ui/pagination";
import { TabLinks } from "../ui/tab-links";
import { QuestionGroups } from "./question-groups";
import { QuestionList } from "./question-list";
import type { ImportFacts } from "./sums";
import { TakeRecommended } from "./take-recommended";

type QuestionsStepProps = { opened: Wizard; asked: QuestionSlice; view: WizardView; facts: ImportFacts };

const manyQuestions = 12;
const manyNames = 60;

/** The second step: what the file leaves open, asked once for all rows it touches. */
export function QuestionsStep({ opened, asked, view, facts }: QuestionsStepProps) {
  const { id, questions } = opened;
  const number = (value: number) => numberFormat(facts.locale).format(value);
  const group = asked.groups.find((one) => one.group === asked.group);
  if (!group) {
    return (
      <EmptyState
        icon={<Icon name="circle-check" size={20} />}
        title="Nothing to ask"
        action={<LinkButton href={`/imports/${id}?step=rows`}>Look the rows over</LinkButton>}
      >
        Every row can be read as it is, or is refused with its reason.
      </EmptyState>
    );
  }
  const to = (change: Partial<WizardView>) =>
    questionsAddress(id, { group: group.group, q: view.q, show: view.show, ...change });
  const start = (asked.page - 1) * questionsAtOnce;
  return (
    <div className="grid gap-5">
      {questions.ofFile > 0 && group.group !== "file" && (
        <Notice
          tone="risk"
          title="First, the whole file"
          action={<LinkButton href={questionsAddress(id, { group: "file" })}>Answer</LinkButton>}
        >
          How the file is read depends on it, and with it the questions below.
        </Notice>
      )}
      {questions.recommended > 0 && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border bg-surface p-4">
          <p className="min-w-0 flex-1 basis-72">
            <span className="font-semibold">
              {questions.recommended === questions.open
                ? "For all"
                : `For ${number(questions.recommended)} of`}{" "}
              {number(questions.open)} questions there is an answer most shops would give.
            </span>
            <span className="block text-ink-muted">
              Take them all and look at the rest, or go through them one by one. You can change any of them.
            </span>
          </p>
          <TakeRecommended id={id} count={questions.recommended} locale={facts.locale} isMain />
        </div>
      )}
      <div className="grid gap-5 md:grid-cols-[200px_minmax(0,1fr)]">
        <QuestionGroups id={id} groups={asked.groups} current={group.group} locale={facts.locale} />
        <section aria-labelledby="question-group" className="min-w-0">
          <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-2">
            <h2 id="question-group" className="font-semibold">
              {questionGroupNames[group.group]}
            </h2>
            {(group.total > manyQuestions || view.q !== "") && (
              <ListForm
                action={`/imports/${id}`}
                label="Find a question"
                className="ml-auto max-sm:order-last max-sm:w-full"
              >
                <KeptFields
                  params={new URLSearchParams({ step: "questions", group: group.group, show: view.show })}
                  names={["step", "group", "show"]}
                />
                <ListSearch placeholder="Find what is typed" value={view.q} />
              </ListForm>
            )}
            {group.recommended > 0 && group.recommended < questions.recommended && (
              <TakeRecommended id={id} group={group.group} count={group.recommended} locale={facts.locale} />
            )}
          </div>
          <TabLinks
            label="Which questions"
            className="mt-1 mb-3"
            tabs={[
              {
                href: to({ show: "open" }),
                name: "To answer",
                count: group.open,
                isCurrent: view.show === "open",
              },
              {
                href: to({ show: "answered" }),
                name: "Answered",
                count: group.total - group.open,
                isCurrent: view.show === "answered",
              },
            ]}
          />
          {opened.kind === "jobs" && group.group === "customers" && group.open > manyNames && (
            <Notice className="mb-3" title="Have a customer list?">
              Bring that in first, and most of these names answer themselves. This import waits for you.
            </Notice>
          )}
          <QuestionList
            key={[group.group, view.show, view.q, asked.page].join("|")}
            id={id}
            questions={asked.questions}
            currency={facts.currency}
            locale={facts.locale}
            more={view.show === "open" ? asked.found : 0}
            empty={<NothingHere group={group} view={view} id={id} groups={asked.groups} />}
          />
          {view.show === "answered" && asked.found > questionsAtOnce && (
            <Pagination
              from={start + 1}
              to={start + asked.questions.length}
              total={asked.found}
              previousHref={asked.page > 1 ? to({ page: asked.page - 1 }) : null}
              nextHref={start + asked.questions.length < asked.found ? to({ page: asked.page + 1 }) : null}
              locale={facts.locale}
            />
          )}
        </section>
      </div>
    </div>
  );
}

type NothingHereProps = {
  id: string;
  group: QuestionSlice["groups"][number];
  groups: QuestionSlice["groups"];
  view: WizardView;
};

function NothingHere({ id, group, groups, view }: NothingHereProps) {
  if (view.q !== "")
    return <EmptyState icon={<Icon name="search-x" size={20} />} title={`Nothing here says “${view.q}”`} />;
  if (view.show === "answered") return <EmptyState title="None of these is answered yet" />;
  const next = groups.find(({ open }) => open > 0);
  return (
    <EmptyState
      icon={<Icon name="circle-check" size={20} />}
      title={`${questionGroupNames[group.group]}: all answered`}
      action={
        next ? (
          <LinkButton href={questionsAddress(id, { group: next.group })} variant="primary">
            Next: {questionGroupNames[next.group]}
          </LinkButton>
        ) : (
          <LinkButton href={`/imports/${id}?step=rows`} variant="primary">
            Look the rows over
          </LinkButton>
        )
      }
    />
  );
}

type QuestionsAt = { group?: QuestionGroup; q?: string; show?: "open" | "answered"; page?: number };

/** Where a group's questions are. */
function questionsAddress(id: string, { group, q, show, page = 1 }: QuestionsAt): string {
  const params = new URLSearchParams({ step: "questions" });
  if (group) params.set("group", group);
  if (q) params.set("q", q);
  if (show === "answered") params.set("show", show);
  if (page > 1) params.set("page", String(page));
  return `/imports/${id}?${params}`;
}
