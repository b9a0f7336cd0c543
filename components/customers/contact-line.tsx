"use client";
import { editContactAction, restoreContactAction, retireContactAction } from "@/lib/customers/actions";
import type { CustomerContact } from "@/lib/customers/get-customer";
import { changeWithUndo } from "../answers/attempt";
import { EditableLine } from "../jobs/editable-line";
import { Avatar } from "../ui/avatar";
import { iconButtonClass } from "../ui/button-class";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { phoneHref } from "./phone-href";

type TextField = "name" | "title" | "email" | "phone" | "mobile";

/** One person at a customer: each line is changed where it stands, one press calls or writes. */
export function ContactLine({ contact, mayEdit }: { contact: CustomerContact; mayEdit: boolean }) {
  const { id, name } = contact;
  const dial = contact.mobile || contact.phone;
  const line = (field: TextField, label: string, maxLength: number, className?: string) => (
    <EditableLine
      label={`${label} of ${name}`}
      value={contact[field]}
      isEditable={mayEdit}
      empty={label}
      show={(value) => value}
      write={(value) => value}
      read={(typed) => ({ value: typed.trim() })}
      said={`${label} of ${name} changed`}
      send={(to, was) => editContactAction({ id, changes: { [field]: to }, was: { [field]: was } })}
      input={{ maxLength }}
      className={className}
    />
  );
  const remove = () =>
    changeWithUndo(
      `${name} is taken off`,
      () => retireContactAction({ id }),
      () => restoreContactAction({ id }),
    );
  return (
    <li className="flex items-start gap-3 py-2.5">
      <Avatar name={name} isNamed className="mt-0.5" />
      <div className="grid min-w-0 flex-1 gap-x-4 @lg:grid-cols-2">
        <div className="min-w-0">
          {line("name", "Name", 200, "font-medium")}
          {line("title", "Title", 100, "text-ink-muted")}
        </div>
        <div className="min-w-0">
          {line("email", "E-mail", 254)}
          <div className="flex flex-wrap gap-x-4">
            {line("phone", "Phone", 60)}
            {line("mobile", "Mobile", 60)}
          </div>
        </div>
      </div>
      <span className="flex shrink-0">
        {dial && (
          <a
            href={phoneHref(dial)}
            aria-label={`Call ${name}`}
            data-tip="Call"
            className={iconButtonClass({})}
          >
            <Icon name="phone" size={14} />
          </a>
        )}
        {contact.email && (
          <a
            href={`mailto:${contact.email}`}
            aria-label={`Write to ${name}`}
            data-tip="Write"
            className={iconButtonClass({})}
          >
            <Icon name="mail" size={14} />
          </a>
        )}
        {mayEdit && (
          <IconButton label={`Take ${name} off`} onClick={remove}>
            <Icon name="x" size={14} />
          </IconButton>
        )}
      </span>
    </li>
  );
}
