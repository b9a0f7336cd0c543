import type { MassUnit } from "@/db/vocabulary";
import type { Cell } from "./cell";
import { type Column, quoted } from "./column";
import type { Docket } from "./docket";
import { headerAreaUnit, headerMassUnit, headerPerUnit } from "./match-header";
import { type AreaUnit, readArea } from "./read-area";
import { readMass } from "./read-mass";
import { readMoney } from "./read-money";
import type { DecimalMark } from "./read-number";

/** The unit of a column's bare areas: by the heading, else asked where cells name none. */
export function settleAreaUnit(
  column: Column,
  mark: DecimalMark,
  docket: Docket,
  fallback: AreaUnit,
): AreaUnit | null {
  const named = headerAreaUnit(column.header);
  if (named) return named;
  if (!column.cells.some((cell) => readArea(cell, { mark, unit: null }).kind === "unitless")) return null;
  const answer = docket.ask(
    {
      id: `area-unit:${column.at}`,
      scope: "file",
      topic: "area-unit",
      text: `In which unit are the areas in ${quoted(column.header)}?`,
      typed: column.header,
      options: [
        { id: "ft2", label: "ft²" },
        { id: "m2", label: "m²" },
        { id: "in2", label: "in²" },
        { id: "cm2", label: "cm²" },
      ],
      recommended: fallback,
      accepts: null,
    },
    0,
  );
  return (answer?.option as AreaUnit | undefined) ?? null;
}

export function settleMassUnit(
  column: Column,
  mark: DecimalMark,
  docket: Docket,
  fallback: MassUnit,
): MassUnit | null {
  const named = headerMassUnit(column.header);
  if (named) return named;
  if (!column.cells.some((cell) => readMass(cell, { mark, unit: null, boxMg: 1 }).kind === "unitless"))
    return null;
  return askUnit(
    "mass-unit",
    `In which unit are the amounts in ${quoted(column.header)} that name none?`,
    column,
    docket,
    fallback,
  );
}

/** What a powder's price is for: by the heading, else asked where cells do not say. */
export function settlePerUnit(column: Column, docket: Docket, fallback: MassUnit): MassUnit | null {
  const named = headerPerUnit(column.header);
  if (named) return named;
  const isSilent = (cell: Cell | undefined) => {
    const money = readMoney(cell, { mark: ".", digits: 2 });
    return money.kind !== "blank" && !(money.kind === "amount" && money.per !== null);
  };
  if (!column.cells.some(isSilent)) return null;
  return askUnit(
    "price-unit",
    `Are the prices in ${quoted(column.header)} for a pound, a kilogram or a box?`,
    column,
    docket,
    fallback,
  );
}

function askUnit(
  topic: string,
  text: string,
  column: Column,
  docket: Docket,
  fallback: MassUnit,
): MassUnit | null {
  const answer = docket.ask(
    {
      id: `${topic}:${column.at}`,
      scope: "file",
      topic,
      text,
      typed: column.header,
      options: [
        { id: "lb", label: "lb" },
        { id: "kg", label: "kg" },
        { id: "g", label: "g" },
        { id: "oz", label: "oz" },
        { id: "box", label: topic === "price-unit" ? "a box" : "boxes" },
      ],
      recommended: fallback,
      accepts: null,
    },
    0,
  );
  return (answer?.option as MassUnit | undefined) ?? null;
}
