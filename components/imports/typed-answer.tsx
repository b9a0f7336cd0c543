"use client";
import { type KeyboardEvent, useState } from "react";
import type { AnswerKind } from "@/lib/imports/docket";
import { findCustomers } from "../jobs/find-customers";
import { Button } from "../ui/button";
import { Combobox } from "../ui/combobox";
import { Input } from "../ui/input";

type TypedAnswerProps = {
  accepts: AnswerKind;
  /** The id of the question's sentence, which names the field. */
  question: string;
  currency: string;
  onType: (value: string, label: string) => void;
  onClose: () => void;
};

const hints: Record<AnswerKind, string> = {
  date: "",
  money: "450 or 450.00",
  mass: "12.5 lb or 6 kg",
  area: "85 or 8 m²",
  number: "A number",
  text: "",
  email: "name@example.com",
  colour: "RAL 9005, a code or a name",
  customer: "Find a customer, or type a new name",
};

/** An answer that no button offers, typed. */
export function TypedAnswer({ accepts, question, currency, onType, onClose }: TypedAnswerProps) {
  const [value, setValue] = useState("");
  if (accepts === "customer") {
    return (
      <div className="mt-2 max-w-sm">
        <Combobox
          find={findCustomers}
          value={null}
          onChange={(choice) => choice && onType(`customer:${choice.id}`, choice.label)}
          createLabel={(typed) => `New customer “${typed}”`}
          onCreate={(typed) => onType(typed, typed)}
          placeholder={hints.customer}
          aria-describedby={question}
          autoFocus
        />
      </div>
    );
  }
  const use = () => value.trim() !== "" && onType(value.trim(), value.trim());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") use();
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div className="mt-2 flex max-w-sm gap-2">
      <Input
        aria-labelledby={question}
        type={accepts === "date" ? "date" : accepts === "email" ? "email" : "text"}
        inputMode={accepts === "money" || accepts === "number" ? "decimal" : undefined}
        suffix={accepts === "money" ? currency : undefined}
        placeholder={hints[accepts]}
        maxLength={500}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={onKeyDown}
        autoFocus
        className="flex-1"
      />
      <Button onClick={use} disabled={value.trim() === ""}>
        Use this
      </Button>
    </div>
  );
}
