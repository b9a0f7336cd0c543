import {
  type Gloss,
  glosses,
  type MassUnit,
  massUnits,
  type ShelfLifeStart,
  type Texture,
  textures,
} from "@/db/vocabulary";
import { filmUnit, formatFilm } from "@/lib/measures/format-film";
import { massUnit } from "@/lib/measures/format-mass";
import { usualFilmUm, usualTransferPercent } from "@/lib/powders/coverage";
import { ColourLine } from "../jobs/colour-line";
import { findStandards } from "../jobs/find-colours";
import { moneySign } from "../jobs/money-field";
import type { ListFacts } from "../lists/list-facts";
import { Combobox } from "../ui/combobox";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Swatch } from "../ui/swatch";
import { CureFields } from "./cure-fields";
import type { PowderDraft } from "./powder-draft";

type PowderFieldsProps = {
  draft: PowderDraft;
  onChange: (changed: Partial<PowderDraft>) => void;
  facts: ListFacts;
  seesPrices: boolean;
  error: (field: string) => string | undefined;
};

const half = "grid gap-4 sm:grid-cols-2";

/** The fields of a powder: what it is, how it looks, how far it goes, how it cures and keeps. */
export function PowderFields({ draft, onChange, facts, seesPrices, error }: PowderFieldsProps) {
  const { units, locale, currency } = facts;
  const text = (field: "maker" | "code" | "name" | "chemistry", maxLength: number) => ({
    value: draft[field],
    maxLength,
    autoComplete: "off",
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  });
  const figure = (
    field: "specificGravity" | "film" | "transfer" | "shelfLife" | "lowAt" | "price",
    suffix?: string,
  ) => ({
    value: draft[field],
    suffix,
    inputMode: "decimal" as const,
    autoComplete: "off",
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  });
  return (
    <>
      <div className={half}>
        <Field label="Name" error={error("name")} isRequired>
          <Input {...text("name", 200)} />
        </Field>
        <Field label="Standard colour" isOptional>
          <ColourPick draft={draft} onChange={onChange} facts={facts} />
        </Field>
        <Field label="Maker" error={error("maker")} isRequired>
          <Input {...text("maker", 100)} />
        </Field>
        <Field label="Maker's code" error={error("code")} isRequired>
          <Input {...text("code", 80)} />
        </Field>
      </div>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-[auto_1fr_1fr_1fr]">
        <div className="flex items-end gap-2.5 max-sm:col-span-2">
          <Swatch
            coats={[{ hex: draft.hex, gloss: draft.gloss || null, texture: draft.texture }]}
            size="lg"
            isNamed
          />
          <Field label="On screen" error={error("hex")}>
            <input
              type="color"
              value={draft.hex || "#808080"}
              onChange={(event) => onChange({ hex: event.target.value })}
              className="h-8 w-16 cursor-pointer rounded-sm border bg-field p-0.5 pointer-coarse:h-11"
            />
          </Field>
        </div>
        <Field label="Gloss">
          <Select
            value={draft.gloss}
            onChange={(event) => onChange({ gloss: event.target.value as Gloss | "" })}
          >
            <option value="">Not known</option>
            {glosses.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </Field>
        <Field label="Texture">
          <Select
            value={draft.texture}
            onChange={(event) => onChange({ texture: event.target.value as Texture })}
          >
            {textures.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </Field>
        <Field label="Chemistry" className="max-sm:col-span-2">
          <Input {...text("chemistry", 100)} placeholder="Polyester TGIC" />
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field
          label="Specific gravity"
          error={error("specificGravity")}
          hint="On the data sheet, 1.2 to 1.7."
        >
          <Input {...figure("specificGravity")} />
        </Field>
        <Field
          label="Usual film"
          error={error("filmUm")}
          hint={`Empty: ${formatFilm(usualFilmUm, units, locale)}.`}
        >
          <Input {...figure("film", filmUnit[units])} />
        </Field>
        <Field
          label="Stays on the part"
          error={error("transferPercent")}
          hint={`Transfer efficiency. Empty: ${usualTransferPercent} %.`}
        >
          <Input {...figure("transfer", "%")} />
        </Field>
      </div>
      <CureFields
        points={draft.cure}
        onChange={(cure) => onChange({ cure })}
        units={units}
        error={error("cure")}
      />
      <div className={half}>
        <Field label="Keeps" error={error("shelfLifeMonths")} isOptional>
          <Input {...figure("shelfLife", "months")} className="[&_input]:pr-18" />
        </Field>
        <Field label="Counted from">
          <Select
            value={draft.shelfLifeFrom}
            onChange={(event) => onChange({ shelfLifeFrom: event.target.value as ShelfLifeStart })}
          >
            <option value="made">the day it was made</option>
            <option value="received">the day it came</option>
          </Select>
        </Field>
        <Field label="Low below" error={error("lowAtMg")} isOptional>
          <Input {...figure("lowAt", massUnit[units])} />
        </Field>
        {seesPrices && (
          <Field label="Price" error={error("priceCents")} isOptional>
            <PriceField draft={draft} onChange={onChange} sign={moneySign({ currency, locale })} />
          </Field>
        )}
      </div>
    </>
  );
}

type PickProps = Pick<PowderFieldsProps, "draft" | "onChange">;

function PriceField({ draft, onChange, sign, ...wiring }: PickProps & { sign: string }) {
  return (
    <span className="flex gap-2">
      <Input
        {...wiring}
        value={draft.price}
        prefix={sign}
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => onChange({ price: event.target.value })}
        className="min-w-0 flex-1"
      />
      <Select
        aria-label="Price per"
        value={draft.priceUnit}
        onChange={(event) => onChange({ priceUnit: event.target.value as MassUnit })}
        className="w-28 shrink-0"
      >
        {massUnits.map((unit) => (
          <option key={unit} value={unit}>
            per {unit}
          </option>
        ))}
      </Select>
    </span>
  );
}

/** RAL or FS by number or name: it brings its colour along. */
function ColourPick({ draft, onChange, facts, ...wiring }: PickProps & { facts: ListFacts }) {
  const chosen = draft.colourCode
    ? {
        id: draft.colourCode,
        label: draft.colourCode,
        colour: {
          ...{ system: "words" as const, powderId: null, code: draft.colourCode, name: "", hex: draft.hex },
          ...{ gloss: null, texture: null, maker: "", onHandMg: null, uses: 0 },
        },
      }
    : null;
  return (
    <Combobox
      {...wiring}
      find={findStandards}
      value={chosen}
      onChange={(choice) =>
        onChange(
          choice
            ? {
                colourCode: choice.colour.code,
                hex: choice.colour.hex,
                name: draft.name || choice.colour.name,
              }
            : { colourCode: "" },
        )
      }
      placeholder="RAL 9016, FS 26270"
      renderChoice={({ colour }) => <ColourLine colour={colour} units={facts.units} locale={facts.locale} />}
      nothingFound="Type a RAL or FS number, or a colour's name."
    />
  );
}
