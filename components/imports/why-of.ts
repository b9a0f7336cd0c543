import type { FurnitureKind } from "@/lib/imports/furniture";
import type { Problem } from "@/lib/imports/judgement";

const furnitureNames: Record<FurnitureKind, string> = {
  title: "A title",
  header: "The headings",
  "repeated header": "The headings again",
  blank: "Blank",
  section: "A line that parts the sheet",
  total: "A total",
  timestamp: "When it was printed",
  units: "Units",
};

type Told = { problems: Problem[]; furniture?: FurnitureKind | null; reason?: string };

/** Why a row does not go in, in a sentence or more; empty for one that does. */
export function whyOf({ problems, furniture, reason = "" }: Told): string {
  if (furniture) return furnitureNames[furniture];
  const isRefused = problems.some(({ severity }) => severity === "refuse");
  const told = problems.filter(({ severity }) => severity === (isRefused ? "refuse" : "decide"));
  return [reason, ...told.map(({ message }) => message)].filter((one) => one !== "").join(" ");
}
