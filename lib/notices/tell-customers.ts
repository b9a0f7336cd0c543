import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { event } from "@/db/schema/history";
import { spineReader } from "@/db/schema/messages";
import { type Context, inTransaction, type SystemActor, type WorkContext } from "../context";
import { type Notice, readNotices } from "../messages/read-notices";
import { isPassing, putAside, Untold } from "./put-aside";
import { planOfJob, tellOfDelay } from "./tell-of-job";
import { tellOfAsking, tellOfDecision } from "./tell-of-proof";

export type News = typeof event.$inferSelect;
export type Notices = Record<Notice["kind"], Notice>;
type Work = WorkContext<SystemActor>;

const name = "notices";
const mostAtOnce = 50;

const tellers: Record<string, (work: Work, notices: Notices, news: News) => Promise<void>> = {
  "proof.asked": tellOfAsking,
  "proof.reminded": tellOfAsking,
  "proof.decided": tellOfDecision,
  "job.created": planOfJob,
  "job.moved": planOfJob,
  "job.delayed": tellOfDelay,
};

/**
 * Reads on in the shop's history and writes the mails that customers are owed for it, in order. The place it has
 * reached moves in the transaction that writes them, so each is written once whatever is killed, and of two at once one
 * waits for the other. Resolves to whether there is more to read. What cannot be told throws Untold, until it is given
 * back as `aside`: then it is put on record instead, and the reading goes on.
 */
export function tellCustomers(ctx: Context<SystemActor>, aside?: Untold): Promise<boolean> {
  return inTransaction(ctx, async (work) => {
    const reached = await lockReader(work);
    const head = await readHead(work);
    if (head <= reached) return false;
    const news = await readNews(work, reached, head);
    const last = news.at(-1);
    if (last) {
      const notices = await readNotices(work);
      for (const one of news) {
        if (one.seq === aside?.seq) await putAside(work, one, aside.reason);
        else await tell(work, notices, one);
      }
    }
    const isMore = last !== undefined && news.length === mostAtOnce;
    await work.tx
      .update(spineReader)
      .set({ seq: isMore ? last.seq : head })
      .where(ofReader(work));
    return isMore;
  });
}

async function tell(work: Work, notices: Notices, news: News): Promise<void> {
  try {
    await tellers[news.kind]?.(work, notices, news);
  } catch (error) {
    throw isPassing(error) ? error : new Untold(news.seq, error);
  }
}

const ofReader = ({ shop }: Work) => and(eq(spineReader.shopId, shop.id), eq(spineReader.name, name));

/** How far it has come, locked; a new shop is read from its beginning. */
async function lockReader(work: Work): Promise<number> {
  const find = () => work.tx.select().from(spineReader).where(ofReader(work)).for("update");
  const [known] = await find();
  if (known) return known.seq;
  await work.tx.insert(spineReader).values({ shopId: work.shop.id, name, seq: 0 }).onConflictDoNothing();
  const [made] = await find();
  return made?.seq ?? 0;
}

/** The newest number is read before the events: all below it are committed by then. */
async function readHead({ tx, shop }: Work): Promise<number> {
  const [head] = await tx.execute<{ seq: string }>(
    sql`select seq from event_head where shop_id = ${shop.id}`,
  );
  return Number(head?.seq ?? 0);
}

/** What customers may be told of. A past from before the shop was opened, as a demo has one, is no news. */
function readNews({ tx, shop }: Work, after: number, head: number): Promise<News[]> {
  const kinds = sql.join(
    Object.keys(tellers).map((kind) => sql`${kind}`),
    sql`, `,
  );
  return tx
    .select()
    .from(event)
    .where(
      sql`${event.shopId} = ${shop.id} and ${event.seq} > ${after} and ${event.seq} <= ${head} and ${event.kind} in (${kinds})
        and ${event.at} >= coalesce((select opened.at from event opened where opened.shop_id = ${shop.id}
          and opened.subject_id = ${shop.id} and opened.kind = 'shop.created' order by opened.seq limit 1), '-infinity')`,
    )
    .orderBy(event.seq)
    .limit(mostAtOnce);
}
