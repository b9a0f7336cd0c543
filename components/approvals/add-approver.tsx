"use client";
import { type KeyboardEvent, useState, useTransition } from "react";
import { addContactAction } from "@/lib/customers/actions";
import { attempt } from "../answers/attempt";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Icon } from "../ui/icon";
import { Input } from "../ui/input";

type AddApproverProps = { customerId: string; isOpenAtFirst: boolean; onAdded: (id: string) => void };

/** A person of the customer who was not there yet: a name and an address are enough to be asked. */
export function AddApprover({ customerId, isOpenAtFirst, onAdded }: AddApproverProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const [typed, setTyped] = useState({ name: "", email: "" });
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [isAdding, start] = useTransition();

  const add = () =>
    start(async () => {
      const answer = await attempt(() => addContactAction({ customerId, contact: typed }));
      if (!answer.ok) return setProblems(answer.fields ?? { "contact.email": answer.message });
      onAdded(answer.value.id);
      setIsOpen(false);
      setTyped({ name: "", email: "" });
      setProblems({});
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };

  if (!isOpen) {
    return (
      <Button
        size="sm"
        variant="quiet"
        className="-ml-2.5"
        icon={<Icon name="user-plus" size={14} />}
        onClick={() => setIsOpen(true)}
      >
        Somebody else
      </Button>
    );
  }
  const field = (name: "name" | "email") => ({
    value: typed[name],
    autoComplete: "off",
    onKeyDown,
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <div className="mt-1 grid gap-2 rounded-sm border bg-surface p-2 sm:grid-cols-[1fr_1fr_auto]">
      <Field label="Name" error={problems["contact.name"]}>
        <Input {...field("name")} maxLength={200} />
      </Field>
      <Field label="E-mail" error={problems["contact.email"]}>
        <Input {...field("email")} type="email" maxLength={254} />
      </Field>
      <Button className="sm:mt-6" isPending={isAdding} onClick={add}>
        Add
      </Button>
    </div>
  );
}
