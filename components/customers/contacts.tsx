"use client";
import { useState } from "react";
import type { CustomerContact } from "@/lib/customers/get-customer";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Section } from "../ui/section";
import { AddContact } from "./add-contact";
import { ContactLine } from "./contact-line";

type ContactsProps = { customerId: string; contacts: CustomerContact[]; mayEdit: boolean };

/** The people at a customer. */
export function Contacts({ customerId, contacts, mayEdit }: ContactsProps) {
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Section
      title="Contacts"
      count={contacts.length}
      isFramed
      actions={
        mayEdit &&
        !isAdding && (
          <Button size="sm" icon={<Icon name="plus" size={14} />} onClick={() => setIsAdding(true)}>
            Add
          </Button>
        )
      }
    >
      {contacts.length === 0 && !isAdding && <p className="text-ink-muted">Nobody yet. Who do you call?</p>}
      <ul className="divide-y">
        {contacts.map((contact) => (
          <ContactLine key={contact.id} contact={contact} mayEdit={mayEdit} />
        ))}
      </ul>
      {isAdding && <AddContact customerId={customerId} onClose={() => setIsAdding(false)} />}
    </Section>
  );
}
