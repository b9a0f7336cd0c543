import "server-only";
import { and, eq } from "drizzle-orm";
import { DateTime } from "luxon";
import type { MadeThing } from "@/db/schema/imports";
import { stage } from "@/db/schema/jobs";
import { substrates } from "@/db/vocabulary";
import type { WorkContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { Refusal } from "../errors";
import { addPart } from "../jobs/add-part";
import { createJob, type OldPapers } from "../jobs/create-job";
import { newJobInput, partInput } from "../jobs/input";
import { isOnPaper } from "./gather-facts";
import type { JobValues } from "./job-values";
import type { MadeBefore } from "./made-before";

const noonHour = 12;

/** Brings a row in as a job with its part and finish and the days its papers name; a row that continues an earlier ticket adds a part to it. */
export async function bringInJob(
  work: WorkContext,
  values: JobValues,
  before: MadeBefore,
): Promise<MadeThing[]> {
  if (values.partOfRow !== null) return addToEarlier(work, values, before, values.partOfRow);
  const made: MadeThing[] = [];
  const customerId = await findCustomer(work, values, before, made);
  const created = await createJob(
    work,
    newJobInput.parse({
      customerId,
      stageId: values.stageId,
      dueOn: values.dueOn,
      poNumber: values.po.slice(0, 100),
      notes: notesOf(values),
      priceCents: values.priceCents,
      parts: [partOf(values)],
    }),
    await papersOf(work, values),
  );
  return [...made, { noun: "job", id: created.id, number: created.number }];
}

async function addToEarlier(
  work: WorkContext,
  values: JobValues,
  before: MadeBefore,
  row: number,
): Promise<MadeThing[]> {
  const earlier = before.ofRow(row, "job");
  if (earlier?.noun !== "job")
    throw new Refusal("conflict", `Row ${row}, whose job this belongs to, did not go in.`);
  const added = await addPart(work, { number: earlier.number, part: partOf(values) });
  return [{ noun: "part", id: added.partId }];
}

async function findCustomer(
  work: WorkContext,
  values: JobValues,
  before: MadeBefore,
  made: MadeThing[],
): Promise<string> {
  const choice = values.customer;
  if (!choice) throw new Refusal("invalid", "The row names no customer.");
  if (choice.kind === "known") return choice.id;
  const key = `customer:${choice.key}`;
  const known = before.byKey(key);
  if (known) return known;
  const fresh = await createCustomer(work, customerInput.parse({ name: choice.name.slice(0, 200) }));
  made.push({ noun: "customer", id: fresh.id, key });
  return fresh.id;
}

function partOf(values: JobValues) {
  const { quantity, area } = values;
  const substrate = substrates.find((one) => one === values.substrateTyped.trim().toLowerCase());
  return partInput.parse({
    description: (values.description || "Parts").slice(0, 500),
    quantity,
    substrate,
    areaEachCm2: area ? Math.round((area.cm2 / quantity) * 10_000) / 10_000 : null,
    coats: values.coats.map((coat) => ({
      ...coat,
      powderId: coat.powderId && !isOnPaper(coat.powderId) ? coat.powderId : null,
      code: coat.code.slice(0, 80),
      name: (coat.name || coat.code).slice(0, 200),
    })),
  });
}

/** The words of the row that have no field of their own here stay with the job, each under its heading. */
function notesOf(values: JobValues): string {
  const known = substrates.some((one) => one === values.substrateTyped.trim().toLowerCase());
  const lines = [
    ...values.notes,
    ...(values.reworkOf ? [`Rework of ${values.reworkOf}`] : []),
    ...(values.description.length > 500 ? [values.description] : []),
    ...(values.substrateTyped && !known ? [`Metal: ${values.substrateTyped}`] : []),
    ...(values.paidTyped ? [`Paid: ${values.paidTyped}`] : []),
    ...Object.entries(values.extra).map(([header, text]) => `${header}: ${text}`),
  ];
  return lines.join("\n").slice(0, 10_000);
}

async function papersOf(work: WorkContext, values: JobValues): Promise<OldPapers> {
  const kind = await kindOf(work, values.stageId);
  const day = (date: string | null) => (date ? noonOf(date, work.shop.timeZone) : null);
  const left = kind === "delivered" || kind === "ready";
  const end = left ? (day(values.deliveredOn) ?? day(values.dueOn) ?? day(values.receivedOn)) : null;
  const at = end && end > work.now ? work.now : end;
  const isNumber = values.number !== null && /^\d{1,9}$/.test(values.number) && Number(values.number) > 0;
  return {
    number: isNumber ? Number(values.number) : undefined,
    oldNumber: values.number !== null && values.number !== String(Number(values.number)) ? values.number : "",
    receivedAt: day(values.receivedOn),
    readyAt: at,
    deliveredAt: kind === "delivered" ? at : null,
    createdAt: day(values.receivedOn) ?? work.now,
  };
}

async function kindOf(work: WorkContext, stageId: string | null) {
  if (!stageId) return null;
  const [found] = await work.tx
    .select({ kind: stage.kind })
    .from(stage)
    .where(and(eq(stage.shopId, work.shop.id), eq(stage.id, stageId)));
  return found?.kind ?? null;
}

const noonOf = (date: string, zone: string): Date =>
  DateTime.fromISO(date, { zone }).set({ hour: noonHour }).toJSDate();
