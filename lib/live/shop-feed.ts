import "server-only";
import { sql } from "drizzle-orm";
import { type Context, inTransaction, type WorkContext } from "../context";
import { log } from "../log";
import { dayIn } from "../measures/day-in";
import { systemContext } from "../people/system-context";
import { findShortJobs } from "../powders/find-short-jobs";
import type { BoardMember, BoardStage, Card, LiveEvent, LiveMessage } from "./card";
import { boardCutoff, readCards, readMembers, readStages } from "./read-cards";

type Listener = (message: LiveMessage) => void;

const mostEventsAtOnce = 2_000;
/** So many come of an import or of a demo that is being made. */
const manyEvents = 100;

/** A shop's open work held in memory and kept true by the spine: every event re-reads the cards it touched. */
export class ShopFeed {
  private cards = new Map<string, Card>();
  private stages: BoardStage[] = [];
  private members: BoardMember[] = [];
  private listeners = new Set<Listener>();
  private pumping: Promise<void> | null = null;
  private isWoken = false;
  private isGrowing = false;
  private stockDay = "";
  private openedAt = 0;
  private flagged = new Map<string, number>();
  seq = 0;

  private constructor(private readonly shopId: string) {}

  static async open(shopId: string): Promise<ShopFeed> {
    const feed = new ShopFeed(shopId);
    await feed.load();
    return feed;
  }

  /** Reads what is new. Calls while it reads are answered by one more reading after it. */
  wake(): Promise<void> {
    this.isWoken = true;
    this.pumping ??= this.pump().finally(() => {
      this.pumping = null;
    });
    return this.pumping;
  }

  board(now = new Date()) {
    const cutoff = Date.parse(boardCutoff(now));
    for (const card of this.cards.values()) {
      if (card.deliveredAt && Date.parse(card.deliveredAt) <= cutoff) this.cards.delete(card.id);
    }
    return { seq: this.seq, stages: this.stages, members: this.members, cards: [...this.cards.values()] };
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** All that happened after a number, as one message; `reset` when it is too much or not this shop's past. */
  async since(seq: number): Promise<LiveMessage> {
    if (seq > this.seq || this.seq - seq > mostEventsAtOnce) return this.message([], { reset: true });
    if (seq === this.seq) return this.message([], { stages: this.stages, members: this.members });
    const fresh = await this.reading((work) => this.readEvents(work, seq));
    const touched = new Set(fresh.flatMap((one) => one.jobId ?? []));
    for (const id of this.flaggedSince(seq, fresh)) touched.add(id);
    return this.message(fresh, this.changes(touched, { stages: this.stages, members: this.members }));
  }

  private async pump(): Promise<void> {
    while (this.isWoken) {
      this.isWoken = false;
      await this.readOn();
    }
  }

  private async readOn(): Promise<void> {
    const read = await this.reading(async (work) => {
      const since = sql`select job_id from event where shop_id = ${this.shopId} and seq > ${this.seq}
        order by seq limit ${sql.raw(String(mostEventsAtOnce))}`;
      const [, fresh, cards] = await Promise.all([
        this.isGrowing ? planAnew(work) : planOnce(work),
        this.readEvents(work, this.seq),
        readCards(work, since),
      ]);
      const touched = new Set(fresh.flatMap((one) => one.jobId ?? []));
      const renamed = this.cardsOfEdited(fresh);
      for (const id of renamed) touched.add(id);
      if (renamed.length > 0) cards.push(...(await readCards(work, listed(renamed))));
      const today = dayIn(work.shop.timeZone, work.now);
      const isStockNew = today !== this.stockDay || fresh.some((one) => stockKinds.test(one.kind));
      return {
        fresh,
        touched,
        cards,
        today,
        short: isStockNew ? await findShortJobs(work, this.idsWith(cards)) : undefined,
        stages: fresh.some((one) => one.kind.startsWith("stage.")) ? await readStages(work) : undefined,
        members: fresh.some((one) => one.kind.startsWith("member.")) ? await readMembers(work) : undefined,
      };
    });
    this.isGrowing = read.fresh.length >= manyEvents;
    const last = read.fresh.at(-1);
    if (!last) return;
    if (read.fresh.length >= mostEventsAtOnce) this.isWoken = true;
    for (const id of read.touched) this.cards.delete(id);
    // A card of an event newer than these is left to the next reading, which its NOTIFY asks for.
    for (const card of read.cards) if (read.touched.has(card.id)) this.cards.set(card.id, card);
    if (read.short) this.flagShort(read.short, read.touched, last.seq);
    this.stockDay = read.today;
    this.stages = read.stages ?? this.stages;
    this.members = read.members ?? this.members;
    this.seq = last.seq;
    this.tell(this.message(read.fresh, this.changes(read.touched, read)));
  }

  /** The ids of the cards that show a customer who was edited. */
  private cardsOfEdited(fresh: FreshEvent[]): string[] {
    const edited = new Set(
      fresh.flatMap((one) => (one.kind === "customer.edited" ? (one.customerId ?? []) : [])),
    );
    if (edited.size === 0) return [];
    return [...this.cards.values()].filter((card) => edited.has(card.customer.id)).map((card) => card.id);
  }

  /** What the shelf holds concerns every card of a powder; those it changes count as touched. */
  private flagShort(short: Set<string>, touched: Set<string>, seq: number): void {
    for (const [id, card] of this.cards) {
      if (card.isShort === short.has(id)) continue;
      this.cards.set(id, { ...card, isShort: short.has(id) });
      this.flagged.set(id, seq);
      touched.add(id);
    }
  }

  /** The cards that stock events after a number may have flagged or cleared: all, where this feed is newer than it. */
  private flaggedSince(seq: number, fresh: FreshEvent[]): string[] {
    if (seq < this.openedAt) {
      return fresh.some((one) => stockKinds.test(one.kind)) ? [...this.cards.keys()] : [];
    }
    return [...this.flagged].flatMap(([id, at]) => (at > seq ? id : []));
  }

  private idsWith(cards: Card[]): string[] {
    return [...new Set([...this.cards.keys(), ...cards.map((card) => card.id)])];
  }

  private tell(message: LiveMessage): void {
    for (const listener of this.listeners) {
      try {
        listener(message);
      } catch (error) {
        log.warn({ err: error }, "a live listener failed");
        this.listeners.delete(listener);
      }
    }
  }

  private changes(touched: Set<string>, also: Pick<LiveMessage, "stages" | "members">) {
    const ids = [...touched];
    return {
      cards: ids.flatMap((id) => this.cards.get(id) ?? []),
      gone: ids.filter((id) => !this.cards.has(id)),
      ...(also.stages ? { stages: also.stages } : {}),
      ...(also.members ? { members: also.members } : {}),
    };
  }

  private message(fresh: FreshEvent[], also: Partial<LiveMessage>): LiveMessage {
    const events = fresh.map(({ jobId: _, ...one }) => one);
    return { seq: fresh.at(-1)?.seq ?? this.seq, events, cards: [], gone: [], ...also };
  }

  private async load(): Promise<void> {
    await this.reading(async (work) => {
      const [head] = await work.tx.execute<{ seq: string }>(
        sql`select coalesce(max(seq), 0) as seq from event where shop_id = ${this.shopId}`,
      );
      this.seq = Number(head?.seq);
      this.openedAt = this.seq;
      this.stockDay = dayIn(work.shop.timeZone, work.now);
      this.stages = await readStages(work);
      this.members = await readMembers(work);
      this.cards = new Map((await readCards(work)).map((card) => [card.id, card]));
    });
  }

  private async readEvents(work: WorkContext, after: number): Promise<FreshEvent[]> {
    const rows = await work.tx.execute<FreshEvent & { seq: string }>(sql`
      select seq, kind, job_id as "jobId",
        (select number from job where job.shop_id = event.shop_id and job.id = event.job_id) as "jobNumber",
        customer_id as "customerId", actor_id as "actorId", actor_name as "actorName"
      from event where shop_id = ${this.shopId} and seq > ${after}
      order by seq limit ${sql.raw(String(mostEventsAtOnce))}`);
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }

  private async reading<T>(read: (work: WorkContext) => Promise<T>): Promise<T> {
    this.ctx ??= await systemContext(this.shopId, "Live");
    return inTransaction({ ...this.ctx, now: new Date() }, read);
  }

  private ctx: Context | undefined;
}

/** What can change how much of a powder the shelf holds, or how much a job needs of it. */
const stockKinds = /^(lot|movement|powder)\./;

type FreshEvent = LiveEvent & { jobId: string | null };

const listed = (ids: string[]) => sql`select unnest(${`{${ids.join()}}`}::uuid[]) as job_id`;

/** These few statements are asked after every change and find a handful of rows by keys: one plan serves them all. */
const planOnce = (work: WorkContext) =>
  work.tx.execute(sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`);

/** While a shop fills, a plan kept from when its tables were nearly empty would read all of them by the wrong index. */
const planAnew = (work: WorkContext) => work.tx.execute(sql`discard plans`);
