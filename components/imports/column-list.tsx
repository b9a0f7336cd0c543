"use client";
import clsx from "clsx";
import { useOptimistic, useTransition } from "react";
import type { ImportKind } from "@/db/vocabulary";
import { changeMappingAction } from "@/lib/imports/actions";
import { fieldLabels, fieldsKeptAsTheyCame, fieldsOf, fieldsOfMany } from "@/lib/imports/fields";
import type { WizardColumn } from "@/lib/imports/open-wizard";
import { attempt, sayRefusal } from "../answers/attempt";
import { Badge } from "../ui/badge";
import { Icon } from "../ui/icon";
import { Select } from "../ui/select";

type ColumnListProps = { id: string; kind: ImportKind; columns: WizardColumn[] };
type Given = { at: number; field: string | null };

/** Every column with what it holds and the field it fills, to be corrected at once. */
export function ColumnList({ id, kind, columns }: ColumnListProps) {
  const [, start] = useTransition();
  const [shown, giveShown] = useOptimistic(columns, (now, { at, field }: Given) =>
    now.map((one) => {
      if (one.at === at) return { ...one, field, confidence: null };
      const isTaken = field !== null && one.field === field && !fieldsOfMany.has(field);
      return isTaken ? { ...one, field: null, confidence: null } : one;
    }),
  );
  const give = (given: Given) =>
    start(async () => {
      giveShown(given);
      await sayRefusal(attempt(() => changeMappingAction({ id, column: given })));
    });
  const taken = new Map(shown.flatMap(({ field, header }) => (field === null ? [] : [[field, header]])));
  return (
    <ul className="divide-y overflow-clip rounded-lg border bg-surface">
      {shown.map((column) => (
        <li
          key={column.at}
          className={clsx(
            "grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 px-3 py-2 max-md:py-3 md:grid-cols-[minmax(120px,200px)_minmax(0,1fr)_16px_232px_112px]",
            column.field === null && "bg-sunken/60",
          )}
        >
          <span className="truncate font-medium">
            {column.header || <span className="text-ink-faint">Column {column.at + 1}, no heading</span>}
            {column.isHidden && <span className="ml-1.5 font-normal text-ink-faint">hidden</span>}
          </span>
          <span className="truncate text-ink-muted max-md:col-span-2 max-md:row-start-2">
            {column.samples.length > 0 ? column.samples.map(oneLine).join(" · ") : "empty"}
          </span>
          <Icon name="arrow-right" size={14} className="text-ink-faint max-md:hidden" />
          <Select
            aria-label={`What “${column.header || `column ${column.at + 1}`}” holds`}
            value={column.field ?? ""}
            onChange={(event) => give({ at: column.at, field: event.target.value || null })}
            className="w-full max-md:col-span-2 max-md:row-start-3"
          >
            <option value="">Keep in the notes</option>
            <FieldOptions kind={kind} own={column.field} taken={taken} />
          </Select>
          <Fit column={column} />
        </li>
      ))}
    </ul>
  );
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ");

type FieldOptionsProps = { kind: ImportKind; own: string | null; taken: Map<string, string> };

function FieldOptions({ kind, own, taken }: FieldOptionsProps) {
  const label = (field: string) => {
    const by = field === own || fieldsOfMany.has(field) ? undefined : taken.get(field);
    const name = fieldLabels[kind][field] ?? field;
    return by === undefined ? name : `${name} (now “${by || "no heading"}”)`;
  };
  const kept = fieldsKeptAsTheyCame[kind];
  const fields: readonly string[] = fieldsOf[kind];
  return (
    <>
      {fields
        .filter((field) => !kept.has(field))
        .map((field) => (
          <option key={field} value={field}>
            {label(field)}
          </option>
        ))}
      <optgroup label="Known, and kept in the notes">
        {fields
          .filter((field) => kept.has(field))
          .map((field) => (
            <option key={field} value={field}>
              {label(field)}
            </option>
          ))}
      </optgroup>
    </>
  );
}

const sure = 0.75;
const likely = 0.5;

function Fit({ column: { field, confidence } }: { column: WizardColumn }) {
  if (field === null) return <span className="text-xs text-ink-faint">no field</span>;
  if (confidence === null) return <span className="text-xs text-ink-muted">chosen</span>;
  if (confidence < likely) return <Badge tone="risk">please check</Badge>;
  return (
    <span className="inline-flex items-center gap-1 text-xs text-ink-muted">
      {confidence >= sure && <Icon name="check" size={14} className="text-done-ink" />}
      {confidence >= sure ? "fits" : "fits, it seems"}
    </span>
  );
}
