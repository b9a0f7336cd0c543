import type { ReactNode } from "react";
import type { JobView, ViewedPart } from "@/lib/jobs/job-view";
import { areaUnit } from "@/lib/measures/area";
import { formatArea } from "@/lib/measures/format-area";
import { EditableLine } from "./editable-line";
import { partField } from "./part-field";
import { SubstrateChoice } from "./substrate-choice";
import { areaField, wordsField } from "./typed-fields";

/** What else is known of a part; what is not known yet waits in one quiet row. */
export function PartDetails({ job, part }: { job: JobView; part: ViewedPart }) {
  const { shop } = job;
  const inAll = part.areaEachCm2 !== null && part.quantity > 1 && (
    <span className="text-ink-faint">
      {formatArea(part.areaEachCm2 * part.quantity, shop.units, shop.locale)} in all
    </span>
  );
  return (
    <div className="mt-2.5 flex flex-wrap items-baseline gap-x-5 gap-y-1">
      <SubstrateChoice {...partField(job, part, "substrate")} />
      <Detail name={null}>
        <EditableLine
          label="Area of each"
          {...partField(job, part, "areaEachCm2")}
          {...areaField(shop)}
          empty="+ Area"
          input={{ inputMode: "decimal", suffix: areaUnit[shop.units], className: "w-36" }}
        />
        {inAll}
      </Detail>
      <Detail name={part.masking && "Masking"}>
        <EditableLine
          label="Masking"
          {...partField(job, part, "masking")}
          {...wordsField}
          isLong
          empty="+ Masking"
        />
      </Detail>
      <Detail name={part.criticalAreas && "Critical"}>
        <EditableLine
          label="Critical areas"
          {...partField(job, part, "criticalAreas")}
          {...wordsField}
          isLong
          empty="+ Critical areas"
        />
      </Detail>
    </div>
  );
}

function Detail({ name, children }: { name: string | null; children: ReactNode }) {
  return (
    <span className={name ? "flex min-w-0 basis-full items-baseline gap-3" : "flex items-baseline gap-3"}>
      {name && <span className="w-16 shrink-0 text-ink-muted">{name}</span>}
      {children}
    </span>
  );
}
