"use client";
import { editJobAction } from "@/lib/jobs/actions";
import type { JobView } from "@/lib/jobs/job-view";
import { Fact, Facts } from "../ui/facts";
import { RelativeTime } from "../ui/relative-time";
import { VisibilityWords } from "./comment-composer";
import { ContactFact } from "./contact-fact";
import { CustomerFact } from "./customer-fact";
import { DelayButton } from "./delay-button";
import { DueFact } from "./due-fact";
import { EditableLine } from "./editable-line";
import { PriceFact } from "./price-fact";
import { PriorityFact } from "./priority-fact";
import { wordsField } from "./typed-fields";

const StatusNote = ({ note, customer }: { note: string; customer: string }) => (
  <span className="block">
    {note}
    <VisibilityWords visibility="customer" customer={customer} />
  </span>
);

type JobFactsProps = { job: JobView; tellsOfDelay: boolean; now: string };

/** What is agreed about a job: when, for whom, for how much; every line is changed where it stands. */
export function JobFacts({ job, tellsOfDelay, now }: JobFactsProps) {
  const { number, may, shop } = job;
  const time = (at: string | null) =>
    at && <RelativeTime at={at} now={now} zone={shop.timeZone} locale={shop.locale} />;
  return (
    <div className="grid gap-x-8 gap-y-1.5 @xl:grid-cols-2">
      <Facts className="content-start items-baseline">
        <Fact name="Due">
          <span className="flex flex-wrap items-center gap-x-1">
            <DueFact job={job} />
            <DelayButton job={job} tellsOfDelay={tellsOfDelay} />
          </span>
        </Fact>
        <Fact name="Priority">
          <PriorityFact job={job} />
        </Fact>
        {job.price && (
          <Fact name="Price">
            <PriceFact job={job} />
          </Fact>
        )}
        <Fact name="PO number">
          <EditableLine
            label="PO number"
            value={job.poNumber}
            isEditable={may.edit}
            {...wordsField}
            said={`PO number of ${number} changed`}
            send={(poNumber, was) => editJobAction({ number, changes: { poNumber }, was: { poNumber: was } })}
            input={{ maxLength: 100 }}
          />
        </Fact>
        {job.oldNumber && <Fact name="Old number">{job.oldNumber}</Fact>}
      </Facts>
      <Facts className="content-start items-baseline">
        <Fact name="Customer">
          <CustomerFact job={job} />
        </Fact>
        {job.contacts.length > 0 && (
          <Fact name="Contact">
            <ContactFact job={job} />
          </Fact>
        )}
        <Fact name={job.stage.name}>{time(job.stageEnteredAt)}</Fact>
        {job.receivedAt && job.receivedAt !== job.stageEnteredAt && (
          <Fact name="Received">{time(job.receivedAt)}</Fact>
        )}
        {job.passedAt && <Fact name="Passed">{time(job.passedAt)}</Fact>}
        {job.deliveredAt && job.deliveredAt !== job.stageEnteredAt && (
          <Fact name="Delivered">{time(job.deliveredAt)}</Fact>
        )}
      </Facts>
      <Facts className="content-start items-baseline @xl:col-span-2">
        <Fact name="Notes">
          <EditableLine
            label="Notes"
            value={job.notes}
            isEditable={may.edit}
            isLong
            empty="Anything the floor should know"
            {...wordsField}
            said={`Notes of ${number} changed`}
            send={(notes, was) => editJobAction({ number, changes: { notes }, was: { notes: was } })}
          />
        </Fact>
        <Fact name="Status note">
          <EditableLine
            label="Status note"
            value={job.statusNote}
            isEditable={may.edit}
            isLong
            empty="How it stands, for the customer to read"
            {...wordsField}
            show={(note) => note && <StatusNote note={note} customer={job.customer.name} />}
            said={`Status note of ${number} changed`}
            send={(statusNote, was) =>
              editJobAction({ number, changes: { statusNote }, was: { statusNote: was } })
            }
          />
        </Fact>
      </Facts>
    </div>
  );
}
