"use client";
import { useState } from "react";
import type { Verdict } from "@/db/vocabulary";
import { recordDecisionAction } from "@/lib/approvals/actions";
import type { ProofVersionView, ProofView } from "@/lib/approvals/proof-view";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { Field } from "../ui/field";
import { RadioGroup } from "../ui/radio-group";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toast";

type RecordDialogProps = { proof: ProofView; version: ProofVersionView; onClose: () => void };

const verdicts = [
  { value: "approved", label: "Approved as it is" },
  { value: "changes", label: "Changes wanted" },
  { value: "rejected", label: "Rejected" },
];

/** What a customer decided by telephone or at the counter, kept as recorded by a member for them. */
export function RecordDialog({ proof, version, onClose }: RecordDialogProps) {
  const likely =
    version.recipients.length > 0 ? version.recipients : proof.contacts.map(({ id }) => ({ contactId: id }));
  const [isUnsaid, setIsUnsaid] = useState(false);
  const [verdict, setVerdict] = useState<Verdict>("approved");
  const { send, isPending, wrong, message } = useAnswer(recordDecisionAction, () => {
    toast.done("The decision is recorded");
    onClose();
  }, ["contactId", "reason"]);
  const isApproval = verdict === "approved";
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="sm"
      title="Record a decision"
      description="What the customer told you. It is kept with your name beside theirs."
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget);
          const contactId = String(typed.get("contactId") ?? "");
          setIsUnsaid(contactId === "");
          if (!contactId) return;
          send({
            versionId: version.id,
            contactId,
            verdict,
            reason: String(typed.get("reason") ?? ""),
            version: version.version,
          });
        }}
      >
        <DialogBody className="grid gap-4">
          <RadioGroup
            legend="Decision"
            name="verdict"
            choices={verdicts}
            value={verdict}
            onChange={(value) => setVerdict(value as Verdict)}
          />
          <Field
            label="Who decided"
            error={isUnsaid ? "Choose who told you." : wrong("contactId")}
            isRequired
          >
            <Select name="contactId" defaultValue={likely.length === 1 ? likely[0]?.contactId : ""}>
              {likely.length !== 1 && <option value="">Choose</option>}
              {proof.contacts.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label={isApproval ? "How they said so" : "What should be different"}
            isOptional={isApproval}
            isRequired={!isApproval}
            error={wrong("reason")}
          >
            <Textarea
              name="reason"
              maxLength={4000}
              placeholder={isApproval ? "By telephone, 10:40" : "In their words"}
            />
          </Field>
          <RefusalNotice message={message} />
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            Record
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
