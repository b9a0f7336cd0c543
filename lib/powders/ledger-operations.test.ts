import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { inTransaction, type WorkContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { Refusal } from "../errors";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { fromMilligrams, toMilligrams } from "../measures/mass";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { isSoak, rounds } from "../testing/rounds";
import { countLot } from "./count-lot";
import { createPowder } from "./create-powder";
import { powderInput, receiveLotInput } from "./input";
import { listPowders } from "./list-powders";
import { powderListFromParams } from "./powder-list";
import { receiveLot } from "./receive-lot";
import { recordReturn } from "./record-return";
import { recordUsage } from "./record-usage";
import { recordWaste } from "./record-waste";
import { reverseMovement } from "./reverse-movement";
import { verifyLedger } from "./verify-ledger";

testDatabase();

const lanes = 4;
const perLot = 50;
const lots = rounds(20_000);
const units = ["lb", "kg", "oz", "g"] as const;
const kinds = ["use", "return", "waste", "count", "reverse"] as const;
const counts = { operations: 0, posted: 0, refused: 0 };
afterAll(() => console.log(`ledger: ${JSON.stringify(counts)}`));

const operations = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    thousandths: fc.integer({ min: 1, max: 30_000 }),
    unit: fc.constantFrom(...units),
    pick: fc.nat(perLot),
  }),
  { minLength: perLot, maxLength: perLot },
);
type Operation = { kind: (typeof kinds)[number]; thousandths: number; unit: Unit; pick: number };
type Unit = (typeof units)[number];

/** What a thousandth of each weighs, in hundred-thousandths of a sixteenth of a milligram: whole numbers, so nothing rounds. */
const finePerThousandth: Record<Unit, bigint> = {
  lb: 45_359_237n * 16n,
  oz: 45_359_237n,
  kg: 1_600_000_000n,
  g: 1_600_000n,
};
const exactMg = (thousandths: number, unit: Unit) =>
  (BigInt(thousandths) * finePerThousandth[unit] + 800_000n) / 1_600_000n;

/** A weight within half a thousandth of a pound of all there is means all of it. */
const orAll = (mg: bigint, there: bigint) =>
  there > 0n && mg - there <= 226n && there - mg <= 226n ? there : mg;

type Line = { id: string; kind: Operation["kind"]; mg: bigint; isReversal: boolean; isReversed: boolean };

/** The ledger of one lot and job as a person would keep it on paper, in whole milligrams. */
class Paper {
  held: bigint;
  out = 0n;
  lines: Line[] = [];
  constructor(heldMg: bigint) {
    this.held = heldMg;
  }

  /** What an operation would add to the lot, or null where it is to be refused. */
  judge({ kind, thousandths, unit }: Operation, of: Line | undefined): bigint | null {
    const mg = exactMg(thousandths, unit);
    if (kind === "return") return orAll(mg, this.out) > this.out ? null : orAll(mg, this.out);
    if (kind === "count")
      return mg === this.held || orAll(mg, this.held) === this.held ? null : mg - this.held;
    if (kind !== "reverse") return orAll(mg, this.held) > this.held ? null : -orAll(mg, this.held);
    if (!of || of.isReversal || of.isReversed) return null;
    if (of.kind === "use" && this.out < -of.mg) return null;
    return this.held - of.mg < 0n ? null : -of.mg;
  }

  write(id: string, { kind }: Operation, of: Line | undefined, mg: bigint): void {
    const isReversal = kind === "reverse";
    const written = isReversal ? (of as Line).kind : kind;
    if (isReversal) (of as Line).isReversed = true;
    this.held += mg;
    if (written === "use" || written === "return") this.out -= mg;
    this.lines.push({ id, kind: written, mg, isReversal, isReversed: false });
  }
}

async function openShelf() {
  const { office } = await openRealShop();
  const white = {
    maker: "Tiger",
    code: "29/10002",
    name: "White",
    priceCents: 950,
    priceUnit: "lb" as const,
  };
  const powder = await createPowder(office, powderInput.parse(white));
  const acme = await createCustomer(office, customerInput.parse({ name: "Acme Railings" }));
  const parts = [{ description: "Gate" }];
  const job = await createJob(office, newJobInput.parse({ customerId: acme.id, parts }));
  return { office, powderId: powder.id, jobNumber: job.number };
}
type Shelf = Awaited<ReturnType<typeof openShelf>>;

/** Plays operations on a lot of its own, through the commands and on paper, and compares them at every step. */
async function play({ office, powderId, jobNumber }: Shelf, wanted: Operation[]): Promise<bigint> {
  return inTransaction({ ...office, now: new Date() }, async (work) => {
    const full = receiveLotInput.parse({ powderId, quantity: 20, unit: "kg" });
    const lot = await receiveLot(work, full);
    const paper = new Paper(20_000_000n);
    for (const one of wanted) {
      const of = paper.lines.length > 0 ? paper.lines[one.pick % paper.lines.length] : undefined;
      const weight = { lotId: lot.id, quantity: one.thousandths / 1000, unit: one.unit };
      const run = {
        use: () => recordUsage(work, { ...weight, jobNumber }),
        return: () => recordReturn(work, { ...weight, jobNumber }),
        waste: () => recordWaste(work, { ...weight, reason: "spilt" }),
        count: () => countLot(work, { ...weight, reason: "count" }),
        reverse: () => reverseMovement(work, { id: of?.id ?? crypto.randomUUID(), reason: "slip" }),
      }[one.kind];
      const mg = paper.judge(one, of);
      const posted = await run().catch((error: unknown) => {
        if (error instanceof Refusal) return null;
        throw error;
      });
      counts.operations += 1;
      counts[posted ? "posted" : "refused"] += 1;
      if (posted && mg !== null) paper.write(posted.id, one, of, mg);
      const isAsOnPaper = posted ? mg !== null && BigInt(posted.onHandMg) === paper.held : mg === null;
      if (!isAsOnPaper || paper.held < 0n) expect({ one, posted }).toEqual({ one, mg, held: paper.held });
    }
    await expectSum(work.tx, lot.id, paper);
    return paper.held;
  });
}

/** The lot's own lines, added up by the database, against the paper. */
async function expectSum(tx: WorkContext["tx"], lotId: string, paper: Paper): Promise<void> {
  const [kept] = await tx.execute<{ mg: string; number: number }>(
    sql`select sum(mass_mg) as mg, count(*)::int as number from movement where lot_id = ${lotId}`,
  );
  expect({ mg: BigInt(kept?.mg ?? 0), number: kept?.number }).toEqual({
    mg: paper.held,
    number: paper.lines.length + 1,
  });
}

test(
  `SECURITY reliability: ${lots * perLot} ledger operations keep balance and movements equal, to the milligram`,
  async () => {
    const lane = async () => {
      const shelf = await openShelf();
      let held = 0n;
      await fc.assert(
        fc.asyncProperty(operations, async (wanted) => void (held += await play(shelf, wanted))),
        { numRuns: lots / lanes, endOnFailure: true },
      );
      const view = powderListFromParams(new URLSearchParams(), []);
      const shown = (await listPowders(shelf.office, view)).rows.find((row) => row.id === shelf.powderId);
      expect(BigInt(shown?.onHandMg ?? -1)).toBe(held);
      expect((await verifyLedger(shelf.office)).faults).toEqual([]);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    expect(counts.operations).toBe(lots * perLot);
    expect(counts.posted).toBeGreaterThan(counts.operations / 4);
  },
  isSoak ? 7_200_000 : 600_000,
);

test("SECURITY reliability: pounds and kilograms are converted to the nearest milligram, and back to what was typed", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000_000 }),
      fc.constantFrom(...units),
      (thousandths, unit) => {
        const mg = toMilligrams(thousandths / 1000, unit);
        expect({ thousandths, unit, mg: BigInt(mg) }).toEqual({
          thousandths,
          unit,
          mg: exactMg(thousandths, unit),
        });
        expect(Math.round(fromMilligrams(mg, unit) * 1000)).toBe(thousandths);
      },
    ),
    // 829 153.827 lb is a hundred-thousandth of a milligram below a half.
    { numRuns: rounds(1_000_000), examples: [[829_153_827, "lb"]] },
  ));
