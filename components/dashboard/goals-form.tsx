"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Measure, measures, type UnitSystem } from "@/db/vocabulary";
import { changeGoalsAction } from "@/lib/dashboard/actions";
import type { Goals } from "@/lib/dashboard/input";
import { better, isMoney, isMonthly, measureNames } from "@/lib/dashboard/reading";
import { areaUnit, fromSquareCentimetres, toSquareCentimetres } from "@/lib/measures/area";
import { minorDigits } from "@/lib/measures/format-money";
import { dateFormat } from "@/lib/measures/formats";
import { readTypedNumber, writeTypedNumber } from "@/lib/measures/typed-number";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { moneySign } from "../jobs/money-field";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { toast } from "../ui/toast";

const groups = [
  { legend: "Targets for a month", of: measures.filter(isMonthly) },
  { legend: "Targets at any time", of: measures.filter((measure) => !isMonthly(measure)) },
];
const unitNames: Partial<Record<Measure, string>> = { onTime: "percent", turnaround: "working days" };

type Shop = { locale: string; units: UnitSystem; currency: string };

/** What the shop aims at, number by number, and the days it works. */
export function GoalsForm({ goals, shop }: { goals: Goals; shop: Shop }) {
  const router = useRouter();
  const [problems, setProblems] = useState<Partial<Record<Measure, string>>>({});
  const { send, isPending, wrong, message } = useAnswer(
    changeGoalsAction,
    () => {
      toast("Saved");
      router.refresh();
    },
    measures.map((one) => `targets.${one}`),
  );
  const save = (form: HTMLFormElement) => {
    const typed = new FormData(form);
    const targets: Goals["targets"] = {};
    const found: typeof problems = {};
    for (const measure of measures) {
      const amount = readTypedNumber(String(typed.get(measure) ?? ""), shop.locale);
      if (amount === "malformed") found[measure] = "This is not a number.";
      else if (amount !== null) targets[measure] = toUnits(measure, amount, shop);
    }
    setProblems(found);
    const first = measures.find((measure) => found[measure]);
    if (first) return form.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    const workingDays = typed.getAll("day").reduce((sum, day) => sum + Number(day), 0);
    send({ targets, workingDays, version: goals.version });
  };
  return (
    <form
      method="post"
      noValidate
      className="grid max-w-2xl gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        save(event.currentTarget);
      }}
    >
      <fieldset>
        <legend className="mb-2 font-semibold">Working days</legend>
        <p className="mb-2 text-ink-muted">
          Turnaround counts these days alone, and a month’s targets are spread over them.
        </p>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {[0, 1, 2, 3, 4, 5, 6].map((day) => (
            <Checkbox
              key={day}
              name="day"
              value={2 ** day}
              defaultChecked={(goals.workingDays & (2 ** day)) !== 0}
              label={weekday(day, shop.locale)}
            />
          ))}
        </div>
      </fieldset>
      {groups.map(({ legend, of }) => (
        <fieldset key={legend}>
          <legend className="mb-2 font-semibold">{legend}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            {of.map((measure) => (
              <Field
                key={measure}
                label={measureNames[measure]}
                hint={hintOf(measure, shop)}
                error={problems[measure] ?? wrong(`targets.${measure}`)}
              >
                <Input
                  name={measure}
                  inputMode="decimal"
                  autoComplete="off"
                  placeholder="No target"
                  prefix={isMoney(measure) ? moneySign(shop) : undefined}
                  defaultValue={writeTypedNumber(
                    fromUnits(measure, goals.targets[measure], shop),
                    shop.locale,
                    2,
                  )}
                />
              </Field>
            ))}
          </div>
        </fieldset>
      ))}
      <RefusalNotice message={message} />
      <Button type="submit" variant="primary" isPending={isPending} className="justify-self-start">
        Save
      </Button>
    </form>
  );
}

/** The name of a weekday, Monday 0. */
const weekday = (day: number, locale: string) =>
  dateFormat(locale, { weekday: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2024, 0, 1 + day)));

function hintOf(measure: Measure, { units }: Shop): string {
  const unit = measure === "area" ? areaUnit[units] : unitNames[measure];
  return `${better[measure] === "more" ? "At least" : "At most"}${unit ? `, in ${unit}` : ""}`;
}

function toUnits(measure: Measure, amount: number, { currency, units }: Shop): number {
  if (isMoney(measure)) return Math.round(amount * 10 ** minorDigits(currency));
  return measure === "area" ? toSquareCentimetres(amount, units) : amount;
}

function fromUnits(
  measure: Measure,
  kept: number | undefined,
  { currency, units }: Shop,
): number | undefined {
  if (kept === undefined) return undefined;
  if (isMoney(measure)) return kept / 10 ** minorDigits(currency);
  return measure === "area" ? fromSquareCentimetres(kept, units) : kept;
}
