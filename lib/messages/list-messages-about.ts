import "server-only";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { job } from "@/db/schema/jobs";
import { type MessageState, message } from "@/db/schema/messages";
import { type Context, can, inTransaction } from "../context";
import { mailService } from "./mail-service";
import { readNotices } from "./read-notices";

/** A mail to a customer and its fate; its words are the outbox's alone. */
export type SentLine = {
  id: string;
  to: string;
  subject: string;
  state: MessageState;
  error: string;
  at: string;
  isRetriable: boolean;
};
export type Mails = {
  lines: SentLine[];
  /** Whether reading one whole is for this reader. */
  isOutboxOpen: boolean;
  /** Whether the shop tells customers that a job is delayed. */
  tellsOfDelay: boolean;
};

const mostLines = 20;

/** The newest mails about a job. */
export const listMessagesOfJob = (ctx: Context, number: number): Promise<Mails> =>
  list(
    ctx,
    sql`${message.jobId} = (select id from ${job} where ${job.shopId} = ${ctx.shop.id} and ${job.number} = ${number})`,
  );

/** The newest mails to a customer, about whatever job. */
export const listMessagesOfCustomer = (ctx: Context, customerId: string): Promise<Mails> =>
  list(ctx, eq(message.customerId, customerId));

function list(ctx: Context, about: SQL): Promise<Mails> {
  return inTransaction(ctx, async (work) => {
    const rows = await work.tx
      .select({
        id: message.id,
        to: message.toAddress,
        subject: message.subject,
        state: message.state,
        error: message.error,
        createdAt: message.createdAt,
        sentAt: message.sentAt,
      })
      .from(message)
      .where(and(eq(message.shopId, ctx.shop.id), about))
      .orderBy(desc(message.createdAt), desc(message.id))
      .limit(mostLines);
    const mayRetry = can(ctx, "customers.edit") && mailService(ctx.shop) !== null;
    return {
      lines: rows.map(({ createdAt, sentAt, ...line }) => ({
        ...line,
        at: (sentAt ?? createdAt).toISOString(),
        isRetriable: mayRetry && line.to !== "" && (line.state === "failed" || line.state === "kept"),
      })),
      isOutboxOpen: can(ctx, "outbox.read"),
      tellsOfDelay: (await readNotices(work))["job-delayed"].isOn,
    };
  });
}
