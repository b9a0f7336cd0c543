"use client";
import { useState } from "react";
import { askForDecisionAction } from "@/lib/approvals/actions";
import { defaultExpiry, refuseRecipient } from "@/lib/approvals/proof-rules";
import type { AskableContact, ProofVersionView, ProofView } from "@/lib/approvals/proof-view";
import { addDays } from "@/lib/measures/days";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { DateField } from "../ui/date-field";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toast";
import { AddApprover } from "./add-approver";
import { lastDay } from "./last-day";
import { remindersInWords } from "./reminder-words";

type AskDialogProps = { proof: ProofView; version: ProofVersionView; onClose: () => void };

const dueShortcuts = [
  { label: "Tomorrow", days: 1 },
  { label: "In 3 days", days: 3 },
  { label: "In a week", days: 7 },
];

/** Who is asked for a decision, with what words and until when; of a version that waits, the same again. */
export function AskDialog({ proof, version, onClose }: AskDialogProps) {
  const { today, timeZone, locale } = proof.shop;
  const isWaiting = version.state === "waiting";
  const [chosen, setChosen] = useState(() => askedAtFirst(proof, version));
  const [dueOn, setDueOn] = useState(isWaiting ? (version.dueOn ?? "") : addDays(today, 3));
  const [ends, setEnds] = useState(
    isWaiting && version.expiresAt ? lastDay(version.expiresAt, timeZone) : "",
  );
  const askable = proof.contacts.filter((one) => refuseRecipient(one) === null);
  const names = askable.filter((one) => chosen.includes(one.id)).map((one) => one.name);
  const expiresOn = ends || defaultExpiry(today, dueOn || null);
  const { send, isPending, wrong, message } = useAnswer(askForDecisionAction, () => {
    toast.done(isWaiting ? "The asking is changed" : `Asked ${names.join(", ")}`);
    onClose();
  }, ["contactIds", "message", "dueOn", "expiresOn"]);
  const toggle = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isWaiting ? "Change the asking" : "Ask for a decision"}
      description={`${proof.title}, version ${version.number}`}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const words = String(new FormData(event.currentTarget).get("message") ?? "");
          send({
            versionId: version.id,
            contactIds: chosen,
            message: words,
            dueOn: dueOn || null,
            expiresOn: ends || null,
            version: version.version,
          });
        }}
      >
        <DialogBody className="grid gap-5">
          <fieldset>
            <legend className="mb-1 font-medium">Who decides</legend>
            {proof.contacts.map((contact) => (
              <Recipient
                key={contact.id}
                contact={contact}
                isChosen={chosen.includes(contact.id)}
                onToggle={() => toggle(contact.id)}
              />
            ))}
            {proof.contacts.length === 0 && (
              <p className="mb-2 text-ink-muted">{proof.job.customer.name} has no contact yet.</p>
            )}
            <AddApprover
              customerId={proof.job.customer.id}
              isOpenAtFirst={askable.length === 0}
              onAdded={(id) => setChosen((now) => [...now, id])}
            />
            {wrong("contactIds") && <p className="mt-1 text-xs text-late-ink">{wrong("contactIds")}</p>}
            {chosen.length > 1 && <p className="mt-1 text-xs text-ink-faint">Any one of them decides.</p>}
          </fieldset>
          <Field label="Message" isOptional error={wrong("message")}>
            <Textarea
              name="message"
              defaultValue={version.message}
              maxLength={4000}
              placeholder="What they should look at"
            />
          </Field>
          <div className="grid gap-5 sm:grid-cols-2">
            <Field label="Due" isOptional error={wrong("dueOn")}>
              <DateField
                today={today}
                min={today}
                shortcuts={dueShortcuts}
                value={dueOn}
                onChange={setDueOn}
              />
            </Field>
            <Field label="Can be answered until" error={wrong("expiresOn")}>
              <DateField min={dueOn || today} value={expiresOn} onChange={setEnds} />
            </Field>
          </div>
          <p className="text-xs text-ink-faint">
            {remindersInWords({ today, dueOn: dueOn || null, expiresOn, locale })}
          </p>
          <RefusalNotice message={message} />
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>Not now</Button>
          <Button type="submit" variant="primary" isPending={isPending} aria-disabled={chosen.length === 0}>
            {isWaiting ? "Save" : chosen.length > 1 ? `Ask ${chosen.length} people` : "Ask"}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function askedAtFirst(proof: ProofView, version: ProofVersionView): string[] {
  const askable = proof.contacts.filter((one) => refuseRecipient(one) === null).map((one) => one.id);
  const before = [version, ...proof.versions].find((one) => one.recipients.length > 0);
  const asked = before?.recipients.map((one) => one.contactId).filter((id) => askable.includes(id)) ?? [];
  if (asked.length > 0) return asked;
  const { contactId } = proof.job;
  if (contactId && askable.includes(contactId)) return [contactId];
  return askable.slice(0, 1);
}

type RecipientProps = { contact: AskableContact; isChosen: boolean; onToggle: () => void };

function Recipient({ contact, isChosen, onToggle }: RecipientProps) {
  const why = refuseRecipient(contact);
  return (
    <Checkbox
      className="w-full py-0.5"
      checked={isChosen && why === null}
      disabled={why !== null}
      onChange={onToggle}
      label={<span className={why ? "text-ink-faint" : ""}>{contact.name}</span>}
      hint={why ?? contact.email}
    />
  );
}
