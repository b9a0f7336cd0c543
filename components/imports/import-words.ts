import type { ImportState } from "@/db/schema/imports";
import type { ImportKind } from "@/db/vocabulary";
import { numberFormat } from "@/lib/measures/formats";
import type { Tone } from "../ui/badge";

/** What each kind of file holds, in words, and where it is seen once it is in. */
export const kindWords: Record<ImportKind, { name: string; one: string; many: string; href: string }> = {
  customers: { name: "Customer list", one: "customer", many: "customers", href: "/customers" },
  powders: { name: "Powder stock", one: "powder", many: "powders", href: "/powders" },
  jobs: { name: "Job log", one: "job", many: "jobs", href: "/jobs" },
};

export const stateWords: Record<ImportState, { name: string; tone: Tone }> = {
  mapping: { name: "Not brought in yet", tone: "accent" },
  running: { name: "Going in", tone: "accent" },
  done: { name: "Brought in", tone: "done" },
  cancelled: { name: "Stopped part way", tone: "risk" },
  failed: { name: "Failed part way", tone: "late" },
  undoing: { name: "Being taken back", tone: "accent" },
  undone: { name: "Undone", tone: "plain" },
};

/** "1 row", "2,427 rows". */
export const countRows = (rows: number, locale: string): string =>
  `${numberFormat(locale).format(rows)} ${rows === 1 ? "row" : "rows"}`;
