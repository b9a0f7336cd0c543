"use client";
import { verifyFactsAction } from "@/lib/dashboard/actions";
import { numberFormat } from "@/lib/measures/formats";
import { Check } from "../history/check";

/** Counts every number anew from the jobs and movements themselves and says whether the dashboard's are the same. */
export function CheckNumbers({ locale }: { locale: string }) {
  const number = numberFormat(locale);
  return (
    <Check
      label="Check the numbers"
      verify={() => verifyFactsAction({})}
      praise={({ jobs, faults }) =>
        faults.length > 0 ? null : `The numbers are what ${number.format(jobs)} jobs add up to`
      }
      title="The numbers do not add up"
      description="Somebody changed the database past the product. Keep a copy of it, and tell whoever looks after it."
      wrongLabel="What does not add up"
    >
      {({ faults }) => (
        <ul className="grid gap-2">
          {faults.map((fault) => (
            <li key={fault} className="break-words">
              {fault}
            </li>
          ))}
        </ul>
      )}
    </Check>
  );
}
