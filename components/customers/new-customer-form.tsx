"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState, useTransition } from "react";
import { createCustomerAction } from "@/lib/customers/actions";
import type { Namesake } from "@/lib/customers/find-namesakes";
import { attempt } from "../answers/attempt";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { FormErrors } from "../ui/form-errors";
import { Input } from "../ui/input";
import { LinkButton } from "../ui/link-button";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toast";
import { NamesakeNotice } from "./namesake-notice";
import { readTags } from "./read-tags";

const pauseMs = 250;
type Problem = { message: string; fields: Record<string, string> };

/** Adds a customer with their first contact; a name that is here already is said while it is typed. */
export function NewCustomerForm({ name: given }: { name: string }) {
  const router = useRouter();
  const [name, setName] = useState(given);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, startSaving] = useTransition();
  const namesakes = useNamesakes(name);
  const wrong = (field: string) => problem?.fields[field] ?? null;

  const save = (form: FormData) => {
    const text = (field: string) => String(form.get(field) ?? "");
    const contact = {
      name: text("contact"),
      title: text("title"),
      email: text("contactEmail"),
      mobile: text("mobile"),
    };
    const hasContact = Object.values(contact).some((value) => value.trim() !== "");
    startSaving(async () => {
      const answer = await attempt(() =>
        createCustomerAction({
          name,
          phone: text("phone"),
          email: text("email"),
          terms: text("terms"),
          taxStatus: text("taxStatus"),
          tags: readTags(text("tags")),
          billAddress: text("billAddress"),
          shipAddress: text("shipAddress"),
          notes: text("notes"),
          contacts: hasContact ? [contact] : [],
        }),
      );
      if (!answer.ok) return setProblem({ message: answer.message, fields: answer.fields ?? {} });
      toast.done(`${answer.value.name} is a customer now`);
      router.push(`/customers/${answer.value.id}`);
    });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save(new FormData(event.currentTarget));
      }}
      className="flex max-w-2xl flex-col gap-4"
    >
      <FormErrors message={problem?.message} />
      <Field label="Name" isRequired error={wrong("name")}>
        <Input
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={200}
          autoFocus
          autoComplete="off"
        />
      </Field>
      <NamesakeNotice namesakes={namesakes} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Phone" error={wrong("phone")}>
          <Input name="phone" type="tel" maxLength={60} autoComplete="off" />
        </Field>
        <Field label="E-mail" error={wrong("email")}>
          <Input name="email" type="email" maxLength={254} autoComplete="off" />
        </Field>
      </div>
      <FieldGroup title="Contact">
        <Field label="Who" error={wrong("contacts.0.name")}>
          <Input name="contact" maxLength={200} autoComplete="off" />
        </Field>
        <Field label="Title">
          <Input name="title" maxLength={100} autoComplete="off" />
        </Field>
        <Field label="Their e-mail" error={wrong("contacts.0.email")}>
          <Input name="contactEmail" type="email" maxLength={254} autoComplete="off" />
        </Field>
        <Field label="Mobile" error={wrong("contacts.0.mobile")}>
          <Input name="mobile" type="tel" maxLength={60} autoComplete="off" />
        </Field>
      </FieldGroup>
      <FieldGroup title="Billing">
        <Field label="Terms">
          <Input name="terms" maxLength={100} placeholder="Net 30, COD" />
        </Field>
        <Field label="Tax status">
          <Input name="taxStatus" maxLength={100} placeholder="Taxable, exempt" />
        </Field>
        <Field label="Billing address">
          <Textarea name="billAddress" rows={3} maxLength={1000} />
        </Field>
        <Field label="Shipping address">
          <Textarea name="shipAddress" rows={3} maxLength={1000} />
        </Field>
        <Field label="Tags" hint="With commas between: fence, wholesale" error={wrong("tags")}>
          <Input name="tags" maxLength={500} />
        </Field>
        <Field label="Notes" className="sm:col-span-2">
          <Textarea name="notes" rows={3} maxLength={10_000} />
        </Field>
      </FieldGroup>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" isPending={isSaving}>
          Add customer
        </Button>
        <LinkButton href="/customers" variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </form>
  );
}

function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="border-t pt-4">
      <legend className="float-left mb-3 font-semibold">{title}</legend>
      <div className="clear-both grid gap-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

function useNamesakes(name: string): Namesake[] {
  const [found, setFound] = useState<Namesake[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      if (name.trim().length < 2) return setFound([]);
      const asked = fetch(`/api/customers/namesakes?name=${encodeURIComponent(name)}`, {
        signal: stop.signal,
      });
      const response = await asked.catch(() => null);
      if (response?.ok) setFound((await response.json()).namesakes);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [name]);
  return found;
}
