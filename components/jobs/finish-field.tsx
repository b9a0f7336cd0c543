"use client";
import type { CoatRole, UnitSystem } from "@/db/vocabulary";
import { coatRoles, glosses } from "@/db/vocabulary";
import type { CoatSays } from "@/lib/jobs/coats";
import { Combobox } from "../ui/combobox";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuHeading, MenuItem, MenuRule } from "../ui/menu";
import { Swatch } from "../ui/swatch";
import { ColourLine } from "./colour-line";
import { coatOfColour, coatOfWords, findColours, inOrder, withCoat } from "./find-colours";

type FinishFieldProps = {
  coats: readonly CoatSays[];
  onChange: (coats: CoatSays[]) => void;
  units: UnitSystem;
  locale: string;
  id?: string;
  autoFocus?: boolean;
};

const roleWords: Record<CoatRole, string> = { primer: "Primer", base: "Base", top: "Top", clear: "Clear" };

/** A finish put together coat by coat: type a number, a name, a look or a maker's code, and choose by its swatch. */
export function FinishField({ coats, onChange, units, locale, id, autoFocus }: FinishFieldProps) {
  const change = (at: number, changed: Partial<CoatSays>) =>
    onChange(inOrder(coats.map((one, index) => (index === at ? { ...one, ...changed } : one))));
  const remove = (at: number) => onChange(coats.filter((_, index) => index !== at));

  return (
    <div className="flex flex-col gap-1">
      {coats.map((coat, at) => (
        <CoatLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a coat is its place in the finish
          key={at}
          coat={coat}
          isAlone={coats.length === 1}
          onChange={(changed) => change(at, changed)}
          onRemove={() => remove(at)}
        />
      ))}
      {coats.length < 8 && (
        <Combobox
          id={id}
          autoFocus={autoFocus}
          find={findColours}
          value={null}
          onChange={(choice) => choice && onChange(withCoat(coats, coatOfColour(choice.colour)))}
          createLabel={(typed) => `“${typed}” in words`}
          onCreate={(typed) => onChange(withCoat(coats, coatOfWords(typed)))}
          placeholder={coats.length === 0 ? "9016, gloss black, a code" : "Another coat"}
          renderChoice={(choice) => <ColourLine colour={choice.colour} units={units} locale={locale} />}
          nothingFound="No colour yet. Type a RAL or FS number, a name or a maker's code."
        />
      )}
    </div>
  );
}

type CoatLineProps = {
  coat: CoatSays;
  isAlone: boolean;
  onChange: (changed: Partial<CoatSays>) => void;
  onRemove: () => void;
};

function CoatLine({ coat, isAlone, onChange, onRemove }: CoatLineProps) {
  return (
    <div className="flex min-h-8 items-center gap-2 rounded-sm border bg-surface py-0.5 pr-0.5 pl-1.5">
      <Swatch coats={[coat]} size="sm" isNamed />
      <span className="min-w-0 flex-1 truncate">
        {coat.name}
        {coat.code && coat.code !== coat.name && <span className="ml-1.5 text-ink-faint">{coat.code}</span>}
      </span>
      <CoatMenu coat={coat} isAlone={isAlone} onChange={onChange} />
      <IconButton label={`Take ${coat.name} away`} size="sm" onClick={onRemove}>
        <Icon name="x" size={14} />
      </IconButton>
    </div>
  );
}

function CoatMenu({ coat, isAlone, onChange }: Omit<CoatLineProps, "onRemove">) {
  const shown = [isAlone && coat.role === "top" ? null : roleWords[coat.role], coat.gloss].filter(Boolean);
  return (
    <Menu
      label={`${coat.name}: coat and gloss`}
      trigger={
        <button
          type="button"
          className="h-7 shrink-0 rounded-sm px-1.5 text-xs text-ink-muted hover:bg-hover"
        >
          {shown.join(", ") || "Gloss"}
        </button>
      }
    >
      <MenuHeading>Coat</MenuHeading>
      {coatRoles.map((role) => (
        <MenuItem key={role} isChosen={role === coat.role} onSelect={() => onChange({ role })}>
          {roleWords[role]}
        </MenuItem>
      ))}
      {coat.system !== "powder" && (
        <>
          <MenuRule />
          <MenuHeading>Gloss</MenuHeading>
          {glosses.map((gloss) => (
            <MenuItem key={gloss} isChosen={gloss === coat.gloss} onSelect={() => onChange({ gloss })}>
              {gloss}
            </MenuItem>
          ))}
        </>
      )}
    </Menu>
  );
}
