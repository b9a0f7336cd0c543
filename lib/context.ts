import "server-only";
import { sql } from "drizzle-orm";
import { type Database, isBroken, openDatabase, type Transaction } from "@/db/client";
import {
  type Permission,
  type PortalRole,
  type Role,
  rolePermissions,
  type Scope,
  scopePermissions,
  type UnitSystem,
} from "@/db/vocabulary";
import { env } from "./env";
import { Refusal } from "./errors";
import { flushEvents, type RecordedEvent } from "./history/flush-events";

export type MemberActor = {
  kind: "member";
  id: string;
  personId: string;
  sessionId: string;
  name: string;
  role: Role;
};
/** A customer's person, signed in to the portal. */
type ContactActor = {
  kind: "contact";
  id: string;
  customerId: string;
  sessionId: string;
  name: string;
  email: string;
  role: PortalRole;
  /** The member who looks at what this contact sees: their transactions read and cannot write. */
  previewedBy?: string;
};
/** Whoever holds the mailed link to one decision: known as the contact it was sent to, for that version alone. */
type LinkActor = {
  kind: "link";
  id: string;
  customerId: string;
  versionId: string;
  linkId: string;
  name: string;
  email: string;
};
/** Another program, known by a key that an owner made: it may what the key's scopes say and nothing else. */
export type KeyActor = { kind: "key"; id: string; name: string; scopes: readonly Scope[] };
export type SystemActor = { kind: "system"; name: string };
type StaffActor = MemberActor | KeyActor | SystemActor;
export type Actor = MemberActor | ContactActor | LinkActor | KeyActor | SystemActor;

export type Shop = {
  id: string;
  name: string;
  timeZone: string;
  locale: string;
  currency: string;
  units: UnitSystem;
  isDemo: boolean;
};

declare const proven: unique symbol;

/**
 * Who acts, in which shop, at what time: proof that a door let them in. Only lib/people, the worker and tests mint one.
 * Unnamed, the actor is the shop's own side: what is written for it does not compile with a customer's context.
 */
export type Context<A extends Actor = StaffActor> = {
  readonly [proven]: true;
  readonly actor: A;
  readonly shop: Shop;
  readonly now: Date;
  readonly work?: Work;
};

export type MemberContext = Context<MemberActor>;
export type KeyContext = Context<KeyActor>;
export type ContactContext = Context<ContactActor>;
export type LinkContext = Context<LinkActor>;
/** The customer's side, however they are known. */
export type PortalContext = Context<ContactActor | LinkActor>;

/** A context inside a transaction: what commands and queries write and read with. */
export type WorkContext<A extends Actor = StaffActor> = Context<A> & {
  readonly work: Work;
  readonly tx: Transaction;
};
export type AnyWork = WorkContext<Actor>;

type Work = {
  tx: Transaction;
  events: RecordedEvent[];
  sent?: Promise<unknown>[];
  nesting: "join" | "savepoint";
};

type Claim<A extends Actor> = { actor: A; shop: Shop; now?: Date; work?: Work };

/** Proves nothing by itself: the import test holds the list of rooms that may call it. */
export function mintContext<A extends Actor>({ actor, shop, now = new Date(), work }: Claim<A>): Context<A> {
  return { actor, shop, now, work } as Context<A>;
}

const held = globalThis as { coatyardPool?: Database };

/** This process's pool. Only the bedrock and lib/people touch it; everything else goes through inTransaction. */
export function database(): Database {
  held.coatyardPool ??= openPool();
  return held.coatyardPool;
}

/** For what still runs on the other connections of a pool that lost one, and what waits for them. */
const secondsToFinish = 5;

function openPool(): Database {
  const pool = openDatabase(env().APP_DATABASE_URL, env().DATABASE_POOL, () => {
    if (held.coatyardPool !== pool.db) return;
    held.coatyardPool = undefined;
    void pool.close(secondsToFinish);
  });
  return pool.db;
}

/**
 * Runs in one transaction that sees this shop alone. State, history and outbox commit together or not at all.
 * Inside a transaction already it joins that one, so commands can be made of commands. When the connection went away
 * before anything was asked on it, another is taken.
 */
export async function inTransaction<T, A extends Actor>(
  ctx: Context<A>,
  run: (ctx: WorkContext<A>) => Promise<T>,
): Promise<T> {
  if (ctx.work?.nesting === "join") return run(ctx as WorkContext<A>);
  if (ctx.work) return transact(ctx.work.tx, ctx, run);
  let hasBegun = false;
  const noted: typeof run = (inside) => {
    hasBegun = true;
    return run(inside);
  };
  try {
    return await transact(database(), ctx, noted);
  } catch (error) {
    if (hasBegun || !isBroken(error)) throw error;
    return transact(database(), ctx, run);
  }
}

function transact<T, A extends Actor>(
  open: Pick<Database, "transaction">,
  ctx: Context<A>,
  run: (ctx: WorkContext<A>) => Promise<T>,
): Promise<T> {
  return open.transaction(async (tx) => {
    // Not waited for: a connection takes its statements in the order they are sent, so whatever runs next runs in this shop.
    const named = tx
      .execute(
        isReadOnly(ctx.actor)
          ? sql`select set_config('coatyard.shop', ${ctx.shop.id}, true), set_config('transaction_read_only', 'on', true)`
          : sql`select set_config('coatyard.shop', ${ctx.shop.id}, true)`,
      )
      .then(() => {});
    named.catch(() => {});
    const work: Work = { tx, events: [], sent: [], nesting: "join" };
    const inside = { ...ctx, work, tx } as WorkContext<A>;
    const result = await run(inside);
    await Promise.all([named, ...(work.sent ?? []), flushEvents(tx, inside, work.events)]);
    return result;
  });
}

const isReadOnly = (actor: Actor) => actor.kind === "contact" && actor.previewedBy !== undefined;

/** Sends a change whose answer the command does not need. It travels with the events and is awaited before COMMIT. */
export function sendChange(ctx: AnyWork, change: PromiseLike<unknown>): void {
  const sent = Promise.resolve(change);
  sent.catch(() => {});
  ctx.work.sent?.push(sent);
}

/**
 * Sends reads of one transaction together, so that they are one way to the database, and waits for every one of them
 * before it throws what failed first: nothing is sent on a transaction that has ended.
 */
export async function readTogether<T extends readonly unknown[]>(
  reads: readonly [...{ [K in keyof T]: PromiseLike<T[K]> }],
): Promise<T> {
  // A query is sent each time somebody waits for it.
  const sent = reads.map(async (one) => one);
  await Promise.allSettled(sent);
  return Promise.all(sent) as unknown as Promise<T>;
}

export function can(ctx: Context<Actor>, permission: Permission): boolean {
  const { actor } = ctx;
  if (actor.kind === "member") return rolePermissions[actor.role].includes(permission);
  if (actor.kind === "key") return actor.scopes.some((one) => scopePermissions[one].includes(permission));
  return actor.kind === "system";
}

/** Refuses when the actor's role does not hold the permission. */
export function authorize(ctx: Context<Actor>, permission: Permission): void {
  if (can(ctx, permission)) return;
  throw new Refusal(
    "forbidden",
    ctx.actor.kind === "key"
      ? "This key was not made for this. An owner makes one that is."
      : "Your role does not allow this. Ask an owner or manager of the shop.",
  );
}
