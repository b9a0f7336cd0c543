"use client";
import { useState, useTransition } from "react";
import { addContactAction, retireContactAction } from "@/lib/customers/actions";
import { attempt, sayRefusal } from "../answers/attempt";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { toastUndo } from "../ui/toast";

type AddContactProps = { customerId: string; onClose: () => void };

/** The fields of a new contact; what was typed stays when it is refused. */
export function AddContact({ customerId, onClose }: AddContactProps) {
  const [problem, setProblem] = useState<{ message: string; fields: Record<string, string> } | null>(null);
  const [isSaving, startSaving] = useTransition();
  const wrong = (field: string) => problem?.fields[`contact.${field}`] ?? null;

  const save = (form: FormData) => {
    const text = (field: string) => String(form.get(field) ?? "");
    const contact = {
      name: text("name"),
      title: text("title"),
      email: text("email"),
      phone: text("phone"),
      mobile: text("mobile"),
    };
    startSaving(async () => {
      const answer = await attempt(() => addContactAction({ customerId, contact }));
      if (!answer.ok) return setProblem({ message: answer.message, fields: answer.fields ?? {} });
      const { id } = answer.value;
      toastUndo(`${contact.name} is added`, () => sayRefusal(attempt(() => retireContactAction({ id }))));
      onClose();
    });
  };

  return (
    <form
      className="mt-2 grid gap-3 border-t pt-3 @lg:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        save(new FormData(event.currentTarget));
      }}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <Field label="Name" isRequired error={wrong("name")}>
        <Input name="name" maxLength={200} autoFocus autoComplete="off" />
      </Field>
      <Field label="Title">
        <Input name="title" maxLength={100} autoComplete="off" />
      </Field>
      <Field label="E-mail" error={wrong("email")}>
        <Input name="email" type="email" maxLength={254} autoComplete="off" />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Phone">
          <Input name="phone" type="tel" maxLength={60} autoComplete="off" />
        </Field>
        <Field label="Mobile">
          <Input name="mobile" type="tel" maxLength={60} autoComplete="off" />
        </Field>
      </div>
      {problem && Object.keys(problem.fields).length === 0 && (
        <Notice tone="late" className="@lg:col-span-2">
          {problem.message}
        </Notice>
      )}
      <div className="flex gap-2 @lg:col-span-2">
        <Button type="submit" variant="primary" isPending={isSaving}>
          Add contact
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
