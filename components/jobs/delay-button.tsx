"use client";
import type { JobView } from "@/lib/jobs/job-view";
import { isOpen, isPastInspection } from "@/lib/jobs/stages";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { LazyDialog } from "../ui/lazy-dialog";

/** Opens the dialog that puts a job off and tells its customer; nothing once it is ready, or for who may not tell. */
export function DelayButton({ job, tellsOfDelay }: { job: JobView; tellsOfDelay: boolean }) {
  const { edit, editCustomers } = job.may;
  if (!edit || !editCustomers || !isOpen(job.stage.kind) || isPastInspection(job.stage.kind)) return null;
  return (
    <LazyDialog
      trigger={
        <Button
          size="sm"
          variant="quiet"
          className="print:hidden"
          data-tip="Put it off and tell the customer"
          icon={<Icon name="calendar-clock" size={14} />}
        >
          Delay…
        </Button>
      }
      load={() => import("./delay-dialog")}
      props={{ job, tellsOfDelay }}
    />
  );
}
