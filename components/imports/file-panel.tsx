"use client";
import { useTransition } from "react";
import { importKinds } from "@/db/vocabulary";
import { changeMappingAction } from "@/lib/imports/actions";
import { encodingChoices, encodingNames } from "@/lib/imports/encodings";
import type { Wizard } from "@/lib/imports/open-wizard";
import { attempt, sayRefusal } from "../answers/attempt";
import { Field } from "../ui/field";
import { Icon } from "../ui/icon";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Spinner } from "../ui/spinner";
import { kindWords } from "./import-words";

type Change = Omit<Parameters<typeof changeMappingAction>[0], "id">;

const separatorNames = { ",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Bar |" } as const;

/** What the file is taken for, with the few things to correct when that guess is wrong. */
export function FilePanel({ opened }: { opened: Wizard }) {
  const { id, kind, sheets, sheet, headerAt, encoding, separator, format } = opened;
  const [isSending, start] = useTransition();
  const change = (next: Change) =>
    start(async () => {
      await sayRefusal(attempt(() => changeMappingAction({ id, ...next })));
    });
  return (
    <section aria-label="What this file is" className="rounded-lg border bg-surface p-4">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        <fieldset>
          <legend className="mb-1 font-medium">This file is a</legend>
          <div className="flex flex-wrap gap-1 rounded-sm bg-press p-0.5">
            {importKinds.map((one) => (
              <label
                key={one}
                className="flex h-7 items-center rounded-sm px-3 font-medium text-ink-muted has-checked:bg-raised has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent-ink pointer-coarse:h-10"
              >
                <input
                  type="radio"
                  name="kind"
                  value={one}
                  checked={kind === one}
                  onChange={() => change({ kind: one })}
                  className="sr-only"
                />
                {kindWords[one].name}
              </label>
            ))}
          </div>
        </fieldset>
        {sheets.length > 1 && (
          <Field label="Sheet" className="w-56">
            <Select value={sheet} onChange={(event) => change({ sheet: Number(event.target.value) })}>
              {sheets.map((one, at) => (
                <option key={one.name} value={at}>
                  {one.name} ({one.rows}
                  {one.isHidden ? ", hidden" : ""})
                </option>
              ))}
            </Select>
          </Field>
        )}
        <span role="status" className="flex min-h-8 items-center gap-2 text-ink-muted">
          {isSending && (
            <>
              <Spinner /> Reading it anew
            </>
          )}
        </span>
      </div>
      <details className="group mt-3">
        <summary className="inline-flex min-h-6 list-none items-center gap-1 rounded-sm text-ink-muted hover:text-ink [&::-webkit-details-marker]:hidden">
          <Icon name="chevron-right" size={14} className="transition-transform group-open:rotate-90" />
          The text or the headings look wrong?
        </summary>
        <div className="mt-3 flex flex-wrap items-start gap-4">
          <Field
            label="Headings are in row"
            hint={headerAt === null ? "None found: every row is read as data." : "0 if there are none."}
            className="w-44"
          >
            <Input
              key={headerAt}
              type="number"
              inputMode="numeric"
              min={0}
              max={1000}
              defaultValue={headerAt === null ? 0 : headerAt + 1}
              onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
              onBlur={(event) => {
                const row = Math.trunc(event.target.valueAsNumber);
                if (!(row >= 0) || row === (headerAt ?? -1) + 1) return;
                change({ headerAt: row === 0 ? null : row - 1 });
              }}
            />
          </Field>
          {format === "csv" && (
            <>
              <Field label="Letters" hint="If ü or é look odd." className="w-56">
                <Select
                  value={encoding ?? ""}
                  onChange={(event) => change({ encoding: event.target.value as Change["encoding"] })}
                >
                  {encoding && !encodingChoices.some((one) => one === encoding) && (
                    <option value={encoding}>{encoding}</option>
                  )}
                  {encodingChoices.map((one) => (
                    <option key={one} value={one}>
                      {encodingNames[one]}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field label="Columns are parted by" className="w-44">
                <Select
                  value={separator ?? ""}
                  onChange={(event) => change({ separator: event.target.value as Change["separator"] })}
                >
                  {Object.entries(separatorNames).map(([value, name]) => (
                    <option key={value} value={value}>
                      {name}
                    </option>
                  ))}
                </Select>
              </Field>
            </>
          )}
        </div>
      </details>
    </section>
  );
}
