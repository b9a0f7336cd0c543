"use client";
import { useState } from "react";
import { delayJobAction } from "@/lib/jobs/actions";
import type { JobView } from "@/lib/jobs/job-view";
import { useAnswer } from "../answers/use-answer";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { DateField } from "../ui/date-field";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toast";

type DelayDialogProps = { job: JobView; tellsOfDelay: boolean; onClose: () => void };

/** Counted from the day it was due, or from today when that is over. */
const later = [
  { label: "A day later", days: 1 },
  { label: "3 days", days: 3 },
  { label: "A week", days: 7 },
  { label: "2 weeks", days: 14 },
];

/** Puts a job off and says so to its customer: the new day, a reason, and who reads it. */
export default function DelayDialog({ job, tellsOfDelay, onClose }: DelayDialogProps) {
  const { number, customer, contact, shop } = job;
  const earliest = job.dueOn && job.dueOn > shop.today ? job.dueOn : shop.today;
  const [dueOn, setDueOn] = useState(job.dueOn && job.dueOn > shop.today ? job.dueOn : "");
  const [note, setNote] = useState("");
  const [isAgreed, setIsAgreed] = useState(false);
  const reader = contact?.email ? contact : customer.email ? customer : null;
  const isTold = tellsOfDelay && reader !== null;
  const { send, isPending, wrong, message } = useAnswer(delayJobAction, () => {
    toast(isTold ? `${reader.name} is told that ${number} is later` : `${number} is put off`);
    onClose();
  }, ["dueOn", "note"]);
  return (
    <Dialog isOpen onClose={onClose} title={`Delay ${number}`} size="sm">
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (dueOn) send({ number, dueOn, note, isDueAgreed: isAgreed });
        }}
      >
        <DialogBody className="grid gap-4">
          <Field label="Now ready on" error={wrong("dueOn")} isRequired>
            <DateField value={dueOn} today={earliest} shortcuts={later} min={earliest} onChange={setDueOn} />
          </Field>
          <Checkbox
            checked={isAgreed}
            onChange={(event) => setIsAgreed(event.target.checked)}
            label="The customer agreed to the new day"
            hint="Otherwise the job counts as late after the old one."
          />
          <Field
            label="What they read"
            hint="It stands on the job as its status note too."
            error={wrong("note")}
            isOptional
          >
            <Textarea
              value={note}
              maxLength={500}
              placeholder="The powder comes two days later than promised."
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
          <Told isTold={isTold} tellsOfDelay={tellsOfDelay} reader={reader} customer={customer.name} />
          {message && <Notice tone="late">{message}</Notice>}
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>Not now</Button>
          <Button type="submit" variant="primary" isPending={isPending} aria-disabled={!dueOn}>
            {isTold ? "Delay and tell them" : "Delay"}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

type ToldProps = {
  isTold: boolean;
  tellsOfDelay: boolean;
  reader: { name: string; email: string } | null;
  customer: string;
};

function Told({ isTold, tellsOfDelay, reader, customer }: ToldProps) {
  if (isTold) {
    return (
      <p className="text-ink-muted">
        An e-mail goes to {reader?.name}, <span className="break-words">{reader?.email}</span>. It cannot be
        called back.
      </p>
    );
  }
  const why = tellsOfDelay
    ? `${customer} has no e-mail address. Choose the job's contact first, or call them.`
    : "E-mails about delays are switched off in the settings.";
  return <Notice tone="risk">Nobody is told by e-mail: {why}</Notice>;
}
