"use client";
import { Download, ShieldCheck } from "lucide-react";
import { useState, useTransition } from "react";
import { verifyHistoryAction } from "@/lib/audit/actions";
import type { AuditInput } from "@/lib/audit/input";
import type { HistoryProof } from "@/lib/audit/verify-history";
import { attempt } from "../jobs/attempt";
import { Button } from "../ui/button";
import { buttonClass } from "../ui/button-class";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { toast } from "../ui/toast";
import { auditQuery } from "./audit-address";

/** Takes the history away as a file, and checks that nobody has changed it past the product. */
export function AuditTools({ asked, locale }: { asked: AuditInput; locale: string }) {
  const [isChecking, start] = useTransition();
  const [wrong, setWrong] = useState<HistoryProof["broken"]>(null);
  const number = new Intl.NumberFormat(locale);
  const check = () =>
    start(async () => {
      const answer = await attempt(() => verifyHistoryAction({}));
      if (!answer.ok) return toast.problem(answer.message);
      const { events, broken } = answer.value;
      if (broken) return setWrong(broken);
      toast.done(`The history holds: ${number.format(events)} sealed events are as they were written`);
    });
  return (
    <>
      <a
        href={`/api/audit/export${auditQuery({ ...asked, before: "" })}`}
        download
        className={buttonClass({})}
      >
        <Download size={14} aria-hidden />
        CSV
      </a>
      <Button icon={<ShieldCheck size={16} aria-hidden />} isPending={isChecking} onClick={check}>
        Check the history
      </Button>
      {wrong && (
        <Dialog
          isOpen
          onClose={() => setWrong(null)}
          title="The history does not hold"
          description="Somebody changed the database past the product. Keep a copy of it as it is, and compare it with a backup."
        >
          <DialogBody label="What does not hold">
            <p>
              The first thing that is wrong is at event {number.format(wrong.seq)}: {wrong.what}.
            </p>
          </DialogBody>
          <DialogFoot>
            <Button onClick={() => setWrong(null)}>Close</Button>
          </DialogFoot>
        </Dialog>
      )}
    </>
  );
}
