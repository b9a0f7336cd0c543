"use client";
import { verifyHistoryAction } from "@/lib/audit/actions";
import type { AuditInput } from "@/lib/audit/input";
import { numberFormat } from "@/lib/measures/formats";
import { Check } from "../history/check";
import { buttonClass } from "../ui/button-class";
import { Icon } from "../ui/icon";
import { auditQuery } from "./audit-address";

/** Takes the history away as a file, and checks that nobody has changed it past the product. */
export function AuditTools({ asked, locale }: { asked: AuditInput; locale: string }) {
  const number = numberFormat(locale);
  return (
    <>
      <a
        href={`/api/audit/export${auditQuery({ ...asked, before: "" })}`}
        download
        className={buttonClass({})}
      >
        <Icon name="download" size={14} />
        CSV
      </a>
      <Check
        label="Check the history"
        verify={() => verifyHistoryAction({})}
        praise={({ events, broken }) =>
          broken ? null : `The history holds: ${number.format(events)} sealed events are as they were written`
        }
        title="The history does not hold"
        description="Somebody changed the database past the product. Keep a copy of it as it is, and compare it with a backup."
        wrongLabel="What does not hold"
      >
        {({ broken }) => broken && <p>First of all, {broken.what}.</p>}
      </Check>
    </>
  );
}
