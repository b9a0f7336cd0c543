import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { coat, job, part } from "@/db/schema/jobs";
import { movement } from "@/db/schema/powders";
import { inTransaction, type MemberContext } from "../context";
import { createPowder } from "../powders/create-powder";
import { powderInput, receiveLotInput } from "../powders/input";
import { receiveLot } from "../powders/receive-lot";
import { recordUsage } from "../powders/record-usage";
import { testDatabase } from "../testing/database";
import { lastEvent, playOneJob } from "../testing/one-job";
import { rounds } from "../testing/rounds";
import { addPart } from "./add-part";
import { addPartInput, editPartInput, setFinishInput } from "./edit-input";
import { editPart } from "./edit-part";
import { getJob } from "./get-job";
import { restorePart } from "./restore-part";
import { retirePart } from "./retire-part";
import { setFinish } from "./set-finish";
import { lineSum } from "./whole-price";

const { inRolledBack } = testDatabase();
const play = playOneJob(inRolledBack);

/** On jobs of their own: a job, and one transaction, grow slow after some hundreds of changes. */
test("priced by line, the job costs the sum of its standing lines after every change of parts", async () => {
  for (let jobs = 0; jobs < rounds(20); jobs += 1) await changeParts();
});

const changeParts = play(
  async ({ office, number }) => {
    const lines = fc.array(
      fc.record({
        act: fc.constantFrom("add", "price", "retire", "restore"),
        at: fc.nat(20),
        cents: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    const gone: string[] = [];
    await fc.assert(
      fc.asyncProperty(lines, async (acts) => {
        for (const { act, at, cents } of acts) {
          const { parts } = await getJob(office, number);
          const one = parts[at % parts.length];
          const partId = one?.id as string;
          if (act === "add") {
            const part = { description: "Post", priceCents: cents };
            await addPart(office, addPartInput.parse({ number, part }));
          } else if (act === "price") {
            await editPart(office, editPartInput.parse({ number, partId, changes: { priceCents: cents } }));
          } else if (act === "retire" && parts.length > 1) {
            await retirePart(office, { number, partId });
            gone.push(partId);
          } else if (act === "restore" && gone.length > 0) {
            await restorePart(office, { number, partId: gone.pop() as string });
          }
        }
        const now = await getJob(office, number);
        const prices = now.parts.map(({ priceCents }) => ({ priceCents }));
        expect(now.price).toEqual({ cents: lineSum(prices), isByLine: true });
      }),
      { numRuns: 25 },
    );
  },
  { pricedByLine: true, parts: [{ description: "Gate", priceCents: 100 }] },
);

test(
  "edits a part, and the last part cannot be taken off",
  play(async ({ painter, number }) => {
    const [gate] = (await getJob(painter, number)).parts;
    const partId = gate?.id as string;
    const changes = { quantity: 12, substrate: "galvanised", areaEachCm2: 11_148.364_83 };
    await editPart(painter, editPartInput.parse({ number, partId, changes, was: { quantity: 1 } }));
    expect((await getJob(painter, number)).parts[0]).toMatchObject({ ...changes, areaEachCm2: 11_148.3648 });
    const stale = editPartInput.parse({ number, partId, changes: { quantity: 13 }, was: { quantity: 1 } });
    await expect(editPart(painter, stale)).rejects.toMatchObject({ code: "conflict" });
    await expect(retirePart(painter, { number, partId })).rejects.toMatchObject({ code: "conflict" });
    await addPart(painter, addPartInput.parse({ number, part: { description: "Post" } }));
    await retirePart(painter, { number, partId });
    const after = await getJob(painter, number);
    expect(after.parts.map((one) => one.description)).toEqual(["Post"]);
    expect(after.version).toBe(4);
    await expect(editPart(painter, stale)).rejects.toMatchObject({ code: "gone" });
  }),
);

const white = { role: "top", system: "ral", code: "RAL 9016", name: "Traffic white", hex: "#f1f0ea" };
const zinc = { role: "primer", system: "words", name: "Zinc primer" };

test(
  "chooses a finish coat by coat; a coat that stays keeps its powder, and one that powder was drawn for stays",
  play(async ({ cast, painter, number }) => {
    const [gate] = (await getJob(painter, number)).parts;
    const partId = gate?.id as string;
    const set = (coats: object[], was: object[]) =>
      setFinish(painter, setFinishInput.parse({ number, partId, coats, was }));
    await set([white], []);
    await drawPowder(cast.painter);
    await set([zinc, white], [white]);
    const laid = await inTransaction(painter, ({ tx }) => tx.select().from(coat).orderBy(asc(coat.position)));
    const [drawn] = await inTransaction(painter, ({ tx }) =>
      tx.select().from(movement).where(eq(movement.kind, "usage")),
    );
    expect(laid.map((one) => one.name)).toEqual(["Zinc primer", "Traffic white"]);
    expect(laid[1]?.id).toBe(drawn?.coatId);
    await expect(set([zinc], [zinc, white])).rejects.toMatchObject({
      message: expect.stringContaining("drawn"),
    });
    await expect(set([], [white])).rejects.toMatchObject({ detail: { clashes: [{ field: "coats" }] } });
    await set([white], [zinc, white]);
    expect(await lastEvent(painter)).toMatchObject({
      kind: "part.finished",
      before: { coats: ["Zinc primer", "RAL 9016 Traffic white"] },
      after: { coats: ["RAL 9016 Traffic white"] },
    });
  }),
);

async function drawPowder(ctx: MemberContext): Promise<void> {
  const made = await createPowder(ctx, powderInput.parse({ maker: "M", code: "1", name: "White" }));
  const full = receiveLotInput.parse({ powderId: made.id, quantity: 1, unit: "kg" });
  const from = await receiveLot(ctx, full);
  const [one] = await inTransaction(ctx, ({ tx }) =>
    tx
      .select({ coatId: coat.id, jobNumber: job.number })
      .from(coat)
      .innerJoin(part, eq(part.id, coat.partId))
      .innerJoin(job, eq(job.id, part.jobId)),
  );
  const coated = one as { coatId: string; jobNumber: number };
  await recordUsage(ctx, { ...coated, lotId: from.id, quantity: 5, unit: "g" });
}
