import "server-only";
import { and, eq } from "drizzle-orm";
import { message } from "@/db/schema/messages";
import { authorize, type Context, inTransaction } from "../context";
import { messageChoice } from "./input";

export type MessageRead = Omit<typeof message.$inferSelect, "shopId" | "onceKey">;

/** One message of the shop with its words, or null. */
export async function findMessage(ctx: Context, id: string): Promise<MessageRead | null> {
  authorize(ctx, "outbox.read");
  if (!messageChoice.safeParse({ id }).success) return null;
  return inTransaction(ctx, async ({ tx, shop }) => {
    const [found] = await tx
      .select()
      .from(message)
      .where(and(eq(message.shopId, shop.id), eq(message.id, id)));
    if (!found) return null;
    const { shopId: _, onceKey: __, ...read } = found;
    return read;
  });
}
