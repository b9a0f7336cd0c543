import "server-only";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { authorize, inTransaction, type MemberContext } from "../context";
import { env } from "../env";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";

/** The note that the process which keeps backups looks for. */
export const askedPlace = () => join(env().COATYARD_DATA, "backup-asked");

/** Asks for a backup now. Refuses where a server of the shop's own keeps the database. */
export async function askBackup(ctx: MemberContext): Promise<void> {
  authorize(ctx, "backups.run");
  if (env().COATYARD_DATABASE === "outside")
    throw new Refusal("conflict", "The database is on a server of your own: its own tools back it up.");
  await inTransaction(ctx, async (work) => {
    recordEvent(work, { kind: "backup.asked", subjectId: work.shop.id });
  });
  await writeFile(askedPlace(), ctx.now.toISOString(), { mode: 0o600 });
}
