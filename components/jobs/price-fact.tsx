"use client";
import { editJobAction } from "@/lib/jobs/actions";
import type { JobView } from "@/lib/jobs/job-view";
import { formatMoney } from "@/lib/measures/format-money";
import { changeWithUndo } from "../answers/attempt";
import { Switch } from "../ui/switch";
import { EditableLine } from "./editable-line";
import { moneyField } from "./money-field";

/** What the job costs its customer: one price, or the sum of its lines. */
export function PriceFact({ job }: { job: JobView }) {
  const { price, number, shop } = job;
  if (!price) return null;
  const { cents, isByLine } = price;

  const setByLine = (pricedByLine: boolean) => {
    const back = { pricedByLine: isByLine, ...(isByLine ? {} : { priceCents: cents }) };
    void changeWithUndo(
      pricedByLine ? `${number} is priced by line` : `${number} has one price`,
      () => editJobAction({ number, changes: { pricedByLine }, was: { pricedByLine: isByLine } }),
      () => editJobAction({ number, changes: back, was: { pricedByLine } }),
    );
  };

  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {isByLine ? (
        <span className="font-medium">
          {cents === null ? "No line has a price" : formatMoney(cents, shop.currency, shop.locale)}
        </span>
      ) : (
        <EditableLine
          label="Price"
          value={cents}
          isEditable={job.may.edit}
          empty="Set a price"
          {...moneyField(shop)}
          said={`Price of ${number} changed`}
          send={(priceCents, was) =>
            editJobAction({ number, changes: { priceCents }, was: { priceCents: was } })
          }
          className="font-medium"
        />
      )}
      {job.may.edit && (
        <span className="text-xs text-ink-muted print:hidden">
          <Switch
            className="gap-2"
            label="By line"
            checked={isByLine}
            onChange={(event) => setByLine(event.target.checked)}
          />
        </span>
      )}
    </span>
  );
}
