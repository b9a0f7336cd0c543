import "server-only";
import { and, eq } from "drizzle-orm";
import { noticeTemplate } from "@/db/schema/messages";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { NoticeInput } from "./input";
import { noticeDefaults } from "./notice-defaults";

/**
 * Switches a notice on or off and words it; the product's own words are kept as none, so that they grow with the
 * product. Refuses when somebody else saved it meanwhile.
 */
export async function changeNotice(ctx: Context, input: NoticeInput): Promise<{ version: number }> {
  authorize(ctx, "settings.edit");
  const usual = noticeDefaults[input.kind];
  const wanted = {
    isOn: input.isOn,
    subject: input.subject === usual.subject ? "" : input.subject,
    words: input.words === usual.words ? "" : input.words,
  };
  return inTransaction(ctx, async (work) => {
    const { tx, shop } = work;
    const here = and(eq(noticeTemplate.shopId, shop.id), eq(noticeTemplate.kind, input.kind));
    await tx
      .insert(noticeTemplate)
      .values({ shopId: shop.id, kind: input.kind, isOn: usual.isOn, version: 0 })
      .onConflictDoNothing();
    const [now] = await tx.select().from(noticeTemplate).where(here).for("update");
    if (now?.version !== input.version) {
      throw new Refusal(
        "stale",
        "Somebody changed this meanwhile. Reload to see it; what you typed is still here.",
      );
    }
    const fields = (["isOn", "subject", "words"] as const).filter((field) => wanted[field] !== now[field]);
    if (fields.length === 0) return { version: now.version };
    const version = now.version + 1;
    await tx
      .update(noticeTemplate)
      .set({ ...wanted, version })
      .where(here);
    const only = (of: typeof wanted) => Object.fromEntries(fields.map((field) => [field, of[field]]));
    recordEvent(work, {
      kind: "notice.changed",
      subjectId: shop.id,
      before: { notice: input.kind, ...only(now) },
      after: { notice: input.kind, ...only(wanted) },
    });
    return { version };
  });
}
