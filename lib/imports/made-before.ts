import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { importRow, type MadeThing } from "@/db/schema/imports";
import type { WorkContext } from "../context";

/** What earlier rows of the same import made, for rows that belong to them. */
export class MadeBefore {
  private rows = new Map<number, MadeThing[]>();
  private keys = new Map<string, string>();

  /** Reads what is there already: an import that was interrupted goes on where it stopped. */
  static async read(work: WorkContext, runId: string): Promise<MadeBefore> {
    const known = new MadeBefore();
    const rows = await work.tx
      .select({ row: importRow.row, made: importRow.made })
      .from(importRow)
      .where(
        and(
          eq(importRow.shopId, work.shop.id),
          eq(importRow.runId, runId),
          sql`${importRow.made} <> '[]'::jsonb`,
        ),
      );
    for (const { row, made } of rows) known.remember(row, made);
    return known;
  }

  remember(row: number, made: MadeThing[]): void {
    this.rows.set(row, made);
    for (const thing of made) if ("key" in thing && thing.key) this.keys.set(thing.key, thing.id);
  }

  ofRow(row: number, noun: MadeThing["noun"]): MadeThing | undefined {
    return this.rows.get(row)?.find((thing) => thing.noun === noun);
  }

  /** The id of what was made under a name of its own, such as a customer that many rows spell alike. */
  byKey = (key: string): string | undefined => this.keys.get(key);
}
