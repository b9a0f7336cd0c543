"use client";
import { type KeyboardEvent, useState } from "react";
import { type Substrate, substrates } from "@/db/vocabulary";
import type { IntakeFacts } from "@/lib/jobs/intake-facts";
import { areaUnit } from "@/lib/measures/area";
import { Field } from "../ui/field";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { FinishField } from "./finish-field";
import { type IntakePart as Part, settleQuantity } from "./intake";
import { moneySign } from "./money-field";
import { substrateName } from "./substrate-choice";

type IntakePartProps = {
  part: Part;
  place: number;
  isOnly: boolean;
  hasPrice: boolean;
  shop: IntakeFacts["shop"];
  problems: Record<string, string>;
  onChange: (part: Part) => void;
  onRemove: () => void;
  /** Enter on a line that says something: the next line. */
  onNext: () => void;
};

/** One line of the intake: what, how coated, how many, how large. */
export function IntakePart(props: IntakePartProps) {
  const { part, place, isOnly, hasPrice, shop, problems, onChange, onRemove, onNext } = props;
  const [isOpen, setIsOpen] = useState(part.masking !== "" || part.criticalAreas !== "");
  const set = (changed: Partial<Part>) => onChange({ ...part, ...changed });
  const problem = (field: string) => problems[`parts.${place}.${field}`];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (!(event.target instanceof HTMLInputElement) || event.defaultPrevented) return;
    event.preventDefault();
    onChange(settleQuantity(part));
    if (part.description.trim() !== "") onNext();
  };

  return (
    <fieldset onKeyDown={onKeyDown} className="rounded-lg border bg-surface p-3">
      <legend className="sr-only">Part {place + 1}</legend>
      <div className="grid gap-3 @2xl:grid-cols-2">
        <Field label="Part" error={problem("description")}>
          <Input
            id={`${part.key}-description`}
            value={part.description}
            maxLength={500}
            placeholder="2 gates"
            onChange={(event) => set({ description: event.target.value })}
            onBlur={() => onChange(settleQuantity(part))}
          />
        </Field>
        <Field label="Finish">
          <FinishField
            id={`${part.key}-finish`}
            coats={part.coats}
            onChange={(coats) => set({ coats })}
            units={shop.units}
            locale={shop.locale}
          />
        </Field>
      </div>
      <div className="mt-3 flex flex-wrap items-start gap-3">
        <Field label="Quantity" error={problem("quantity")} className="w-24">
          <Input
            id={`${part.key}-quantity`}
            inputMode="numeric"
            value={part.quantity}
            onFocus={(event) => event.target.select()}
            onChange={(event) => set({ quantity: event.target.value })}
          />
        </Field>
        <Field label="Area each" error={problem("area")} className="w-28">
          <Input
            inputMode="decimal"
            suffix={areaUnit[shop.units]}
            value={part.area}
            onChange={(event) => set({ area: event.target.value })}
          />
        </Field>
        <Field label="Substrate" className="w-40">
          <Select
            value={part.substrate}
            onChange={(event) => set({ substrate: event.target.value as Substrate | "" })}
          >
            <option value="">Not said</option>
            {substrates.map((one) => (
              <option key={one} value={one}>
                {substrateName(one)}
              </option>
            ))}
          </Select>
        </Field>
        {hasPrice && (
          <Field label="Price" error={problem("price")} className="w-32">
            <Input
              inputMode="decimal"
              prefix={moneySign(shop)}
              value={part.price}
              onChange={(event) => set({ price: event.target.value })}
            />
          </Field>
        )}
        <span className="ml-auto flex items-center gap-1 self-end">
          {!isOpen && (
            <button
              type="button"
              onClick={() => setIsOpen(true)}
              className="h-8 rounded-sm px-2 text-ink-muted hover:bg-hover hover:text-ink pointer-coarse:h-11"
            >
              + Masking
            </button>
          )}
          {!isOnly && (
            <IconButton label={`Take part ${place + 1} away`} onClick={onRemove}>
              <Icon name="trash" size={16} />
            </IconButton>
          )}
        </span>
      </div>
      {isOpen && (
        <div className="mt-3 grid gap-3 @2xl:grid-cols-2">
          <Field label="Masking" isOptional>
            <Input
              value={part.masking}
              maxLength={2000}
              onChange={(event) => set({ masking: event.target.value })}
            />
          </Field>
          <Field label="Critical areas" isOptional>
            <Input
              value={part.criticalAreas}
              maxLength={2000}
              onChange={(event) => set({ criticalAreas: event.target.value })}
            />
          </Field>
        </div>
      )}
    </fieldset>
  );
}
