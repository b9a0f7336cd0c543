import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/**
 * The history's seals. A seal covers the events of a shop from one number to another: it holds a digest of each, and a MAC over them and
 * the seal before, with a key that is not in the database. Whoever changes, removes, adds or reorders an event or a seal past the
 * product breaks a digest or a MAC; whoever cuts off the end leaves behind a head that was kept elsewhere.
 *
 * @typedef {{ number: number, fromSeq: number, toSeq: number, digests: Buffer, mac: string }} Seal
 * @typedef {{ number: number, toSeq: number, mac: string }} Head
 * @typedef {(text: string, values: (string | number)[]) => Promise<any[]>} Ask  Each $1, $2 … stands once and in order.
 */

const DIGEST_BYTES = 32;
const SEALS_AT_ONCE = 200;
/** As many events as one seal covers at most. */
export const MOST_SEALED = 500;

const digest = `sha256(convert_to(json_build_array(e.shop_id, e.seq, (extract(epoch from e.at) * 1000000)::bigint, e.kind,
  e.actor_kind, e.actor_id, e.actor_name, e.subject_id, e.job_id, e.customer_id, e.before, e.after)::text, 'UTF8'))`;

const sealFields = `s.number, s.from_seq::int8 as "fromSeq", s.to_seq::int8 as "toSeq", s.digests, s.mac`;

/**
 * The seal that follows `last` over the events after it, or null when there are none. An event that is missing already is sealed as such.
 *
 * @param {Ask} ask
 * @param {{ key: string, shopId: string, last: Seal | null }} told
 * @returns {Promise<Seal | null>}
 */
export async function nextSeal(ask, { key, shopId, last }) {
  const fromSeq = (last?.toSeq ?? 0) + 1;
  const rows = await digestsOf(ask, shopId, fromSeq, fromSeq + MOST_SEALED - 1);
  const toSeq = Number(rows.at(-1)?.seq ?? 0);
  if (rows.length === 0) return null;
  const digests = Buffer.alloc((toSeq - fromSeq + 1) * DIGEST_BYTES);
  for (const row of rows) row.digest.copy(digests, (Number(row.seq) - fromSeq) * DIGEST_BYTES);
  const fresh = { number: (last?.number ?? 0) + 1, fromSeq, toSeq, digests };
  return { ...fresh, mac: macOf(key, shopId, fresh, last?.mac ?? "") };
}

/** @param {Ask} ask @param {string} shopId @param {number} [number] @returns {Promise<Seal | null>} */
export async function findSeal(ask, shopId, number) {
  const [found] = number
    ? await ask(`select ${sealFields} from event_seal s where s.shop_id = $1 and s.number = $2`, [
        shopId,
        number,
      ])
    : await ask(
        `select ${sealFields} from event_seal s where s.shop_id = $1 order by s.number desc limit 1`,
        [shopId],
      );
  return found ? asSeal(found) : null;
}

/** Whether this seal was made with this key upon the one before it. @param {string} previousMac */
export function isOwnSeal(key, shopId, seal, previousMac) {
  const expected = Buffer.from(macOf(key, shopId, seal, previousMac));
  const found = Buffer.from(String(seal.mac));
  return expected.length === found.length && timingSafeEqual(expected, found);
}

/**
 * Goes through a shop's whole history: `broken` is the first thing that does not hold, in words, with the number of the event.
 *
 * @param {Ask} ask
 * @param {{ key: string, shopId: string, heads: (Head | undefined)[] }} told  `heads` kept outside the database
 * @returns {Promise<{ events: number, seals: number, unsealed: number, broken: null | { seq: number, what: string } }>}
 */
export async function verifyChain(ask, { key, shopId, heads }) {
  let last = { number: 0, toSeq: 0, mac: "" };
  let events = 0;
  const byNumber = new Map([[0, ""]]);
  const broke = (seq, what) => ({ events, seals: last.number, unsealed: 0, broken: { seq, what } });
  const wanted = new Set(heads.map((head) => head?.number));
  for (;;) {
    const seals = await ask(
      `select ${sealFields} from event_seal s where s.shop_id = $1 and s.number > $2 order by s.number limit ${SEALS_AT_ONCE}`,
      [shopId, last.number],
    );
    if (seals.length === 0) break;
    for (const seal of seals.map(asSeal)) {
      const from = last.toSeq + 1;
      if (seal.number !== last.number + 1) return broke(from, `the seal over event ${from} is missing`);
      if (seal.fromSeq !== from || !isOwnSeal(key, shopId, seal, last.mac))
        return broke(
          from,
          `the seal over the events from ${from} to ${seal.toSeq} is not the one that was made`,
        );
      const found = await firstChanged(ask, shopId, seal);
      if (found) return broke(found.seq, found.what);
      events += seal.toSeq - seal.fromSeq + 1;
      last = seal;
      if (wanted.has(seal.number)) byNumber.set(seal.number, seal.mac);
    }
  }
  for (const head of heads)
    if (head && byNumber.get(head.number) !== head.mac)
      return broke(
        last.number < head.number ? last.toSeq + 1 : head.toSeq,
        last.number < head.number
          ? `the history once went on to event ${head.toSeq}, and the end of it is gone`
          : "the history was sealed anew by somebody else",
      );
  const [rest] = await ask(
    `select count(*)::int as unsealed, coalesce(max(e.seq), 0)::int8 as newest from event e where e.shop_id = $1 and e.seq > $2`,
    [shopId, last.toSeq],
  );
  const [head] = await ask("select h.seq::int8 as seq from event_head h where h.shop_id = $1", [shopId]);
  const isWhole = Number(head?.seq ?? 0) === last.toSeq + rest.unsealed;
  if (!isWhole) return broke(last.toSeq + 1, `events after ${last.toSeq} are missing`);
  return { events, seals: last.number, unsealed: rest.unsealed, broken: null };
}

/** The newest seal of every shop, to be kept outside the database. */
export async function headsOf(sql) {
  const rows = await sql`
    select distinct on (shop_id) shop_id as "shopId", number, to_seq::int8 as "toSeq", mac from event_seal
    order by shop_id, number desc`;
  return Object.fromEntries(
    rows.map(({ shopId, toSeq, ...head }) => [shopId, { ...head, toSeq: Number(toSeq) }]),
  );
}

/** What does not hold in any shop's history, a sentence each; `heads` are sets of `headsOf` from other times. */
export async function brokenChains(sql, { key, heads }) {
  const ask = (text, values) => sql.unsafe(text, values);
  const sentences = [];
  for (const { id, name } of await sql`select id, name from shop order by created_at`) {
    const { broken } = await verifyChain(ask, { key, shopId: id, heads: heads.map((one) => one[id]) });
    if (broken) sentences.push(`the history of ${name} does not hold: ${broken.what}`);
  }
  return sentences;
}

async function firstChanged(ask, shopId, seal) {
  const rows = await digestsOf(ask, shopId, seal.fromSeq, seal.toSeq);
  const found = new Map(rows.map((row) => [Number(row.seq), row.digest]));
  for (let seq = seal.fromSeq; seq <= seal.toSeq; seq++) {
    const sealed = seal.digests.subarray(
      (seq - seal.fromSeq) * DIGEST_BYTES,
      (seq - seal.fromSeq + 1) * DIGEST_BYTES,
    );
    const now = found.get(seq);
    if (sealed.every((byte) => byte === 0))
      return { seq, what: `event ${seq} was missing before it was sealed` };
    if (!now) return { seq, what: `event ${seq} is missing` };
    if (!now.equals(sealed)) return { seq, what: `event ${seq} is not as it was written` };
  }
  return null;
}

const digestsOf = (ask, shopId, from, to) =>
  ask(
    `select e.seq::int8 as seq, ${digest} as digest from event e where e.shop_id = $1 and e.seq >= $2 and e.seq <= $3 order by e.seq`,
    [shopId, from, to],
  );

function macOf(key, shopId, { number, fromSeq, toSeq, digests }, previousMac) {
  const over = createHash("sha256").update(digests).digest("hex");
  const told = JSON.stringify(["coatyard seal", 1, shopId, number, fromSeq, toSeq, over, previousMac]);
  return createHmac("sha256", key).update(told).digest("hex");
}

const asSeal = (row) => ({
  ...row,
  number: Number(row.number),
  fromSeq: Number(row.fromSeq),
  toSeq: Number(row.toSeq),
});
