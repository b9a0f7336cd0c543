import { type SQL, sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test, vi } from "vitest";
import { inTransaction, type WorkContext } from "../context";
import { castOf } from "../testing/cast";
import { type TestTransaction, testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { createPowder } from "./create-powder";
import { powderInput, receiveLotInput } from "./input";
import { listMovementsAfter } from "./list-movements";
import { receiveLot } from "./receive-lot";
import { recordWaste } from "./record-waste";

const { inRolledBack, ownerUrl } = testDatabase();

const white = powderInput.parse({ maker: "Tiger", code: "29/10002", name: "White" });
const noon = (day: number) => new Date(Date.UTC(2026, 2, day, 12));

/** A lot received on the first of March, of which some was spilt at noon of each of the nine days after. */
async function spilling(tx: TestTransaction) {
  const { office } = await castOf(tx, "Quillback Powder Coating", noon(1));
  const { id: powderId } = await createPowder(office, white);
  const { id: lotId } = await receiveLot(
    office,
    receiveLotInput.parse({ powderId, quantity: 10, unit: "lb" }),
  );
  for (let day = 2; day <= 10; day++)
    await recordWaste({ ...office, now: noon(day) }, { lotId, quantity: day, unit: "g", reason: "spilt" });
  const asking = async (wanted: Parameters<typeof listMovementsAfter>[1]) => {
    const { rows } = await listMovementsAfter(office, wanted, { after: null, limit: 50 });
    return rows.map((row) => new Date(row.at).getUTCDate());
  };
  return { office, powderId, lotId, asking };
}

const day = (n: number) => noon(n).toISOString();

test("lists the lines since a moment, with it, and before another, without it", () =>
  inRolledBack(async (tx) => {
    const { asking, lotId, powderId } = await spilling(tx);
    expect(await asking({ since: day(8) })).toEqual([10, 9, 8]);
    expect(await asking({ before: day(3) })).toEqual([2, 1]);
    expect(await asking({ since: day(4), before: day(7) })).toEqual([6, 5, 4]);
    expect(await asking({ since: "2026-03-08T12:00:00.001Z", lotId, kind: "waste" })).toEqual([10, 9]);
    expect(await asking({ before: day(3), powderId, kind: "receipt" })).toEqual([1]);
    expect(await asking({ since: day(7), before: day(4) })).toEqual([]);
    expect(await asking({ since: "0001-01-01T00:00Z", before: "9999-12-31T23:59:59.9999999Z" })).toHaveLength(
      10,
    );
  }));

test("goes on within its time from line to line", () =>
  inRolledBack(async (tx) => {
    const { office } = await spilling(tx);
    const days: number[] = [];
    let after: Parameters<typeof listMovementsAfter>[2]["after"] = null;
    do {
      const wanted = { since: day(3), before: day(9) };
      const { rows, next } = await listMovementsAfter(office, wanted, { after, limit: 2 });
      days.push(...rows.map((row) => new Date(row.at).getUTCDate()));
      after = next;
    } while (after);
    expect(days).toEqual([8, 7, 6, 5, 4, 3]);
  }));

test("a page of a long ledger is read backwards along an index, from where it begins", async () => {
  const { office } = await openRealShop();
  const { id: powderId } = await createPowder(office, white);
  const { id: lotId } = await receiveLot(
    office,
    receiveLotInput.parse({ powderId, quantity: 10, unit: "lb" }),
  );
  await lengthen(office.shop.id, lotId);
  await inTransaction(office, async (work) => {
    const { next } = await listMovementsAfter(work, {}, { after: null, limit: 5 });
    for (const wanted of [{}, { since: day(3) }, { since: day(3), before: day(9), kind: "waste" as const }]) {
      const plan = await planOf(work, () => listMovementsAfter(work, wanted, { after: next, limit: 50 }));
      expect(plan).toContain("Index Scan Backward using movement_at");
      expect(plan).not.toMatch(/-> +Sort /);
      expect(plan).toMatch(/Index Cond: .*\bat <=? /);
      expect(/Index Cond: .*\bat >= /.test(plan)).toBe("since" in wanted);
    }
  });
});

/** A line each ten minutes, of which the table then knows that it has many. */
async function lengthen(shopId: string, lotId: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1 });
  await owner`alter table movement disable trigger user`;
  await owner`select set_config('coatyard.shop', ${shopId}, false)`;
  await owner`
    insert into movement (shop_id, lot_id, kind, mass_mg, quantity_typed, unit_typed, at)
    select ${shopId}, ${lotId}, 'waste', -1, 1, 'g', ${noon(1)}::timestamptz + n * interval '10 minutes'
    from generate_series(1, 20000) n`;
  await owner`analyze movement, lot`;
  await owner.end();
}

/** How the database reads the list. */
async function planOf({ tx }: WorkContext, list: () => Promise<unknown>): Promise<string> {
  const asked = vi.spyOn(tx, "execute");
  await list();
  const [query] = asked.mock.calls[0] as [SQL];
  asked.mockRestore();
  const rows = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}
