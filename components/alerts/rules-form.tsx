"use client";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import type { UnitSystem } from "@/db/vocabulary";
import { changeAlertRulesAction } from "@/lib/alerts/actions";
import type { AlertChoices } from "@/lib/alerts/get-rules";
import { massUnit } from "@/lib/measures/format-mass";
import { fromMilligrams, toMilligrams } from "@/lib/measures/mass";
import { readTypedNumber, writeTypedNumber } from "@/lib/measures/typed-number";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { toast } from "../ui/toast";

const fields = [
  "rules.lowPowder.belowMg",
  "rules.overdue.afterDays",
  "rules.stuck.afterDays",
  "rules.approval.afterDays",
];

type RulesFormProps = { choices: AlertChoices; facts: { units: UnitSystem; locale: string } };

/** When the shop's owner and managers are alerted, below what weight and after how many days. */
export function RulesForm({ choices: { rules, stages, version }, facts: { units, locale } }: RulesFormProps) {
  const router = useRouter();
  const { belowMg } = rules.lowPowder;
  const { send, isPending, wrong, message } = useAnswer(changeAlertRulesAction, () => {
    toast("Saved");
    router.refresh();
  }, [...fields, ...stages.map(({ id }) => `rules.stuck.stages.${id}`)]);
  const save = (typed: FormData) => {
    const days = (name: string) => Number(String(typed.get(name) ?? "").trim() || Number.NaN);
    const weight = (name: string) => {
      const read = readTypedNumber(String(typed.get(name) ?? ""), locale);
      return typeof read === "number"
        ? toMilligrams(read, massUnit[units])
        : read === null
          ? null
          : Number.NaN;
    };
    const own = stages.flatMap(({ id }) => {
      const text = String(typed.get(id) ?? "").trim();
      return text === "" ? [] : [[id, Number(text)] as const];
    });
    send({
      version,
      rules: {
        lowPowder: { isOn: typed.has("lowPowder"), belowMg: weight("lowPowderBelow") },
        overdue: { isOn: typed.has("overdue"), afterDays: days("overdueDays") },
        stuck: { isOn: typed.has("stuck"), afterDays: days("stuckDays"), stages: Object.fromEntries(own) },
        approval: { isOn: typed.has("approval"), afterDays: days("approvalDays") },
      },
    });
  };
  return (
    <form
      method="post"
      noValidate
      className="grid max-w-2xl gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        save(new FormData(event.currentTarget));
      }}
    >
      <fieldset className="grid gap-2">
        <Checkbox
          name="lowPowder"
          defaultChecked={rules.lowPowder.isOn}
          label="Low powder"
          hint="Less is fit to use than the level on the powder’s own page; 0 there is never."
        />
        <Field
          label="Low below, for powders without a level of their own"
          error={wrong("rules.lowPowder.belowMg")}
          className="pl-6"
          isOptional
        >
          <Input
            name="lowPowderBelow"
            suffix={massUnit[units]}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={
              belowMg === null ? "" : writeTypedNumber(fromMilligrams(belowMg, massUnit[units]), locale, 3)
            }
            className="max-w-28"
          />
        </Field>
      </fieldset>
      <Rule name="overdue" label="Overdue jobs" rule={rules.overdue} days="Days past due" wrong={wrong} />
      <Rule
        name="approval"
        label="Approvals without an answer"
        rule={rules.approval}
        days="Days after asking, where no date was named"
        wrong={wrong}
      />
      <Rule
        name="stuck"
        label="Jobs stuck in a stage"
        rule={rules.stuck}
        days="Days in any stage"
        wrong={wrong}
      >
        <p className="pl-6 text-ink-muted">A stage’s own days count instead of these; 0 is never.</p>
        <div className="grid grid-cols-2 gap-3 pl-6 sm:grid-cols-4">
          {stages.map(({ id, name }) => (
            <Days
              key={id}
              name={id}
              label={name}
              value={rules.stuck.stages[id]}
              placeholder={String(rules.stuck.afterDays)}
              isInGrid
              error={wrong(`rules.stuck.stages.${id}`)}
            />
          ))}
        </div>
      </Rule>
      <RefusalNotice message={message} />
      <Button type="submit" variant="primary" isPending={isPending} className="justify-self-start">
        Save
      </Button>
    </form>
  );
}

type RuleProps = {
  name: "overdue" | "approval" | "stuck";
  label: string;
  rule: { isOn: boolean; afterDays: number };
  days: string;
  wrong: (field: string) => string | undefined;
  children?: ReactNode;
};

/** One rule, and after how many days it alerts. */
const Rule = ({ name, label, rule, days, wrong, children }: RuleProps) => (
  <fieldset className="grid gap-2">
    <Checkbox name={name} defaultChecked={rule.isOn} label={label} />
    <Days name={`${name}Days`} label={days} value={rule.afterDays} error={wrong(`rules.${name}.afterDays`)} />
    {children}
  </fieldset>
);

type DaysProps = {
  name: string;
  label: string;
  value: number | undefined;
  placeholder?: string;
  error?: string;
  isInGrid?: boolean;
};

const Days = ({ name, label, value, placeholder, error, isInGrid }: DaysProps) => (
  <Field label={label} error={error} className={isInGrid ? undefined : "pl-6"}>
    <Input
      name={name}
      inputMode="numeric"
      autoComplete="off"
      defaultValue={value}
      placeholder={placeholder}
      className="max-w-28"
    />
  </Field>
);
