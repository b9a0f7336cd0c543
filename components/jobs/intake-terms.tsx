"use client";
import { type Priority, priorities } from "@/db/vocabulary";
import type { IntakeFacts } from "@/lib/jobs/intake-facts";
import { formatMoney } from "@/lib/measures/format-money";
import { Chip } from "../ui/chip";
import { DateField } from "../ui/date-field";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Switch } from "../ui/switch";
import { Textarea } from "../ui/textarea";
import { type Intake, sumTyped } from "./intake";
import { moneySign } from "./money-field";
import { priorityWords } from "./priority-fact";

type IntakeTermsProps = {
  intake: Intake;
  facts: IntakeFacts;
  problems: Record<string, string>;
  onChange: (changed: Partial<Intake>) => void;
};

/** What is agreed: when, for how much, how urgent, under which order, by whom. */
export function IntakeTerms({ intake, facts, problems, onChange }: IntakeTermsProps) {
  const { shop, maySeePrices, members } = facts;
  const sum = sumTyped(intake, shop);
  const free = members.filter((member) => !intake.assigneeIds.includes(member.id));
  return (
    <>
      <Field label="Due" error={problems.dueOn}>
        <DateField
          today={shop.today}
          min={shop.today}
          value={intake.dueOn}
          onChange={(dueOn) => onChange({ dueOn })}
        />
      </Field>
      {maySeePrices && (
        <div>
          {intake.isByLine ? (
            <p className="flex min-h-8 items-baseline gap-2">
              <span className="font-medium">Price</span>
              <span className="ml-auto text-base font-semibold">
                {sum === null ? "–" : formatMoney(sum, shop.currency, shop.locale)}
              </span>
            </p>
          ) : (
            <Field label="Price" error={problems.price}>
              <Input
                inputMode="decimal"
                prefix={moneySign(shop)}
                value={intake.price}
                onChange={(event) => onChange({ price: event.target.value })}
              />
            </Field>
          )}
          <Switch
            label="A price for each line"
            className="mt-1 text-xs text-ink-muted"
            checked={intake.isByLine}
            onChange={(event) => onChange({ isByLine: event.target.checked })}
          />
        </div>
      )}
      <div className="grid grid-cols-2 gap-3">
        <Field label="Priority">
          <Select
            value={intake.priority}
            onChange={(event) => onChange({ priority: event.target.value as Priority })}
          >
            {priorities.map((priority) => (
              <option key={priority} value={priority}>
                {priorityWords[priority]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="PO number" isOptional>
          <Input
            value={intake.poNumber}
            maxLength={100}
            onChange={(event) => onChange({ poNumber: event.target.value })}
          />
        </Field>
      </div>
      <Field label="Who works on it" isOptional>
        <Select
          value=""
          onChange={(event) => onChange({ assigneeIds: [...intake.assigneeIds, event.target.value] })}
        >
          <option value="">{intake.assigneeIds.length === 0 ? "Nobody yet" : "Somebody more"}</option>
          {free.map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}
            </option>
          ))}
        </Select>
      </Field>
      {intake.assigneeIds.length > 0 && (
        <div className="-mt-1 flex flex-wrap gap-1.5">
          {members
            .filter((member) => intake.assigneeIds.includes(member.id))
            .map((member) => (
              <Chip
                key={member.id}
                removeLabel={`Take ${member.name} off`}
                onRemove={() =>
                  onChange({ assigneeIds: intake.assigneeIds.filter((id) => id !== member.id) })
                }
              >
                {member.name}
              </Chip>
            ))}
        </div>
      )}
      <Field label="Notes" isOptional>
        <Textarea
          rows={2}
          value={intake.notes}
          maxLength={10_000}
          placeholder="Anything the floor should know"
          onChange={(event) => onChange({ notes: event.target.value })}
        />
      </Field>
    </>
  );
}
