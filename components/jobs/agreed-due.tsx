"use client";
import { useTransition } from "react";
import { editJobAction } from "@/lib/jobs/actions";
import type { JobView } from "@/lib/jobs/job-view";
import { formatDay } from "@/lib/measures/format-time";
import { attempt, sayRefusal } from "../answers/attempt";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { toast } from "../ui/toast";

/** Says by which date lateness is judged, and takes the customer's word for another. */
export function AgreedDue({ job, due }: { job: JobView; due: string | null }) {
  const [isSaving, start] = useTransition();
  const { locale } = job.shop;
  const agree = () =>
    start(async () => {
      const answer = await attempt(() =>
        editJobAction({ number: job.number, changes: {}, isDueAgreed: true }),
      );
      if (!answer.ok) return void sayRefusal(Promise.resolve(answer));
      toast(`Job ${job.number} is agreed for ${due ? formatDay(due, locale) : "no date"}`);
    });
  return (
    <div className="rounded-sm bg-sunken p-2 text-xs">
      <p>
        Agreed with the customer: {job.agreedDueOn && formatDay(job.agreedDueOn, locale)}. On time is judged
        by it.
      </p>
      <Button
        size="sm"
        className="mt-1"
        icon={<Icon name="handshake" size={14} />}
        isPending={isSaving}
        onClick={agree}
      >
        {due ? `They agreed to ${formatDay(due, locale)}` : "They agreed to no date"}
      </Button>
    </div>
  );
}
