import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { MemberContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { csvResponse } from "../entry/csv-response";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { castOf } from "../testing/cast";
import { type TestTransaction, testDatabase } from "../testing/database";
import { createPowder } from "./create-powder";
import { exportLedger } from "./export-ledger";
import { powderInput, receiveLotInput } from "./input";
import { type PowderView, powderViewFromParams } from "./powder-view";
import { receiveLot } from "./receive-lot";
import { recordUsage } from "./record-usage";
import { reverseMovement } from "./reverse-movement";

const { inRolledBack } = testDatabase();

async function shelf(tx: TestTransaction) {
  const cast = await castOf(tx);
  const { office } = cast;
  const white = { maker: "Tiger", code: "1", name: "White", priceCents: 950, priceUnit: "lb" as const };
  const powder = await createPowder(office, powderInput.parse(white));
  const lot = await receiveLot(
    office,
    receiveLotInput.parse({ powderId: powder.id, quantity: 50, unit: "lb" }),
  );
  const acme = await createCustomer(office, customerInput.parse({ name: "Acme Railings" }));
  const gate = { customerId: acme.id, parts: [{ description: "Gate" }] };
  const job = await createJob(office, newJobInput.parse(gate));
  return { ...cast, powder, lot, job };
}

test("SECURITY 28: exports the ledger's lines that are shown, the cost for who sees prices alone", () =>
  inRolledBack(async (tx) => {
    const { office, painter, lot, job, powder } = await shelf(tx);
    const used = await recordUsage(office, { lotId: lot.id, jobNumber: job.number, quantity: 3, unit: "lb" });
    await reverseMovement(office, { id: used.id, reason: "=wrong lot" });
    const view = (address: string) =>
      powderViewFromParams(powder.id, new URLSearchParams(address)) as PowderView;
    const table = async (ctx: MemberContext, address = "") =>
      parse(await csvResponse(await exportLedger(ctx, view(address))).text(), { bom: true }) as string[][];
    const [head, ...lines] = await table(office);
    expect(head?.slice(1)).toEqual(["What", "Lot", "Job", "By", "Reason", "Weight (lb)", "Cost (USD)"]);
    const inOrder = lines.map(([, what, , number, , reason, weight, cost]) => [
      what,
      number,
      reason,
      weight,
      cost,
    ]);
    expect(inOrder.sort()).toEqual([
      ["receipt", "", "", "50", "475"],
      ["usage, taken back", String(job.number), "'=wrong lot", "3", "28.5"],
      ["usage", String(job.number), "", "-3", "-28.5"],
    ]);
    expect(await table(office, "kind=receipt")).toHaveLength(2);
    expect(await table(office, `lot=${crypto.randomUUID()}`)).toHaveLength(1);
    expect((await table(painter))[0]).not.toContain("Cost (USD)");
    const rival = await castOf(tx, "Rival Coating");
    await expect(exportLedger(rival.owner, view(""))).rejects.toMatchObject({ code: "not-found" });
  }));

test("exports a long ledger whole, however many batches it takes", () =>
  inRolledBack(async (tx) => {
    const { office, powder, lot } = await shelf(tx);
    await tx.execute(sql`
      insert into movement select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid()))).*
      from movement m, generate_series(1, 450) where m.lot_id = ${lot.id}`);
    const view = powderViewFromParams(powder.id, new URLSearchParams()) as PowderView;
    const lines = parse(await csvResponse(await exportLedger(office, view)).text(), {
      bom: true,
    }) as string[][];
    expect(lines).toHaveLength(1 + 451);
  }));
