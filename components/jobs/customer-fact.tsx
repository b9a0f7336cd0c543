"use client";
import Link from "next/link";
import { useState } from "react";
import type { CustomerMatch } from "@/lib/customers/search-customers";
import { editJobAction } from "@/lib/jobs/actions";
import type { JobView } from "@/lib/jobs/job-view";
import { changeWithUndo } from "../answers/attempt";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { ChooseCustomer } from "./choose-customer";

/** Whose job it is, how to reach them, and another customer when it was taken in under the wrong name. */
export function CustomerFact({ job }: { job: JobView }) {
  const [isChoosing, setIsChoosing] = useState(false);
  const { customer, contact, number } = job;
  const reach = contact ?? customer;

  const choose = (chosen: CustomerMatch) => {
    setIsChoosing(false);
    if (chosen.id === customer.id) return;
    const was = { customerId: customer.id, contactId: contact?.id ?? null };
    void changeWithUndo(
      `${number} belongs to ${chosen.name}`,
      () => editJobAction({ number, changes: { customerId: chosen.id }, was: { customerId: customer.id } }),
      () => editJobAction({ number, changes: was, was: { customerId: chosen.id } }),
    );
  };

  if (isChoosing) {
    return (
      <ChooseCustomer placeholder="Another customer" onChoose={choose} onLeave={() => setIsChoosing(false)} />
    );
  }
  return (
    <div className="flex items-start gap-1">
      <div className="min-w-0">
        <Link href={`/customers/${customer.id}`} className="block truncate font-medium hover:underline">
          {customer.name}
        </Link>
        {contact && <span className="block truncate">{contact.name}</span>}
        <span className="flex flex-wrap gap-x-3 text-ink-muted">
          {reach.phone && <a href={`tel:${reach.phone.replace(/[^\d+]/g, "")}`}>{reach.phone}</a>}
          {reach.email && (
            <a href={`mailto:${reach.email}`} className="truncate">
              {reach.email}
            </a>
          )}
        </span>
      </div>
      {job.may.edit && (
        <IconButton
          label="Another customer"
          size="sm"
          className="-my-1 print:hidden"
          onClick={() => setIsChoosing(true)}
        >
          <Icon name="pencil" size={14} />
        </IconButton>
      )}
    </div>
  );
}
