import { Combobox } from "@base-ui/react/combobox";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { Choice } from "./use-choices";

type ComboboxListProps = {
  label?: string;
  /** Spoken when an answer has come. */
  status: string;
  /** Shown where there are no rows. */
  nothing: string;
  /** A row's own look; none for its label and detail. */
  renderRow: (row: Choice) => ReactNode;
};

/** What a combobox offers, in its open panel. Focus stays in the field. */
export function ComboboxList({ label, status, nothing, renderRow }: ComboboxListProps) {
  return (
    <>
      <Combobox.Status className="sr-only">{status}</Combobox.Status>
      <Combobox.Empty className="px-2 py-1.5 text-ink-faint empty:hidden">{nothing}</Combobox.Empty>
      <Combobox.List aria-label={label}>
        {(row: Choice) => (
          <Combobox.Item
            key={row.id}
            value={row}
            className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 data-highlighted:bg-press data-highlighted:[--color-ink-faint:var(--color-ink-muted)] pointer-coarse:min-h-11"
          >
            {renderRow(row) ?? <PlainRow row={row} />}
          </Combobox.Item>
        )}
      </Combobox.List>
    </>
  );
}

function PlainRow({ row }: { row: Choice }) {
  return (
    <>
      <span className="min-w-0 truncate">{row.label}</span>
      {row.detail && <span className="ml-auto shrink-0 text-xs text-ink-faint">{row.detail}</span>}
    </>
  );
}

/** The row that makes what was typed. */
export function NewRow({ label }: { label: ReactNode }) {
  return (
    <>
      <Icon name="plus" size={14} className="shrink-0 text-ink-muted" />
      {label}
    </>
  );
}
