import "server-only";
import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { contact, customer } from "@/db/schema/customers";
import { importRow, importRun } from "@/db/schema/imports";
import { job, stage } from "@/db/schema/jobs";
import { lot, powder } from "@/db/schema/powders";
import type { WorkContext } from "../context";
import { todayIn } from "../jobs/due";
import { codeKey, type KnownPowder } from "./colour-book";
import { lotKey } from "./judge-lot";
import type { PowderValues } from "./judge-powders";
import type { ShopFacts } from "./judgement";
import { readPhones } from "./read-phone";

/** What the shop has already, as far as the rows of an old sheet can meet it. */
export async function gatherFacts(work: WorkContext): Promise<ShopFacts> {
  const { shop } = work;
  const stages = await work.tx
    .select({ id: stage.id, name: stage.name, kind: stage.kind })
    .from(stage)
    .where(and(eq(stage.shopId, shop.id), isNull(stage.retiredAt)))
    .orderBy(asc(stage.position));
  const powders = await work.tx
    .select({
      id: powder.id,
      maker: powder.maker,
      code: powder.code,
      name: powder.name,
      colourCode: powder.colourCode,
    })
    .from(powder)
    .where(and(eq(powder.shopId, shop.id), isNull(powder.retiredAt)));
  return {
    today: todayIn(shop.timeZone, work.now),
    currency: shop.currency,
    units: shop.units,
    stages,
    powders: [...powders, ...(await gatherPaperPowders(work, powders))],
    customers: await gatherCustomers(work),
    jobNumbers: await gatherNumbers(work),
    lotKeys: await gatherLots(work),
  };
}

async function gatherCustomers(work: WorkContext) {
  const customers = await work.tx
    .select({
      id: customer.id,
      name: customer.name,
      aliases: customer.aliases,
      phone: customer.phone,
      email: customer.email,
    })
    .from(customer)
    .where(and(eq(customer.shopId, work.shop.id), isNull(customer.retiredAt)));
  const contacts = await work.tx
    .select({
      customerId: contact.customerId,
      phone: contact.phone,
      mobile: contact.mobile,
      email: contact.email,
    })
    .from(contact)
    .where(and(eq(contact.shopId, work.shop.id), isNull(contact.retiredAt)));
  const people = Map.groupBy(contacts, (one) => one.customerId);
  return customers.map(({ id, name, aliases, phone, email }) => {
    const theirs = people.get(id) ?? [];
    const typed = [phone, ...theirs.flatMap((one) => [one.phone, one.mobile])];
    return {
      id,
      name,
      aliases,
      phones: typed.flatMap((text) => readPhones(text).map(({ digits }) => digits)),
      emails: [email, ...theirs.map((one) => one.email)].filter((one) => one !== ""),
    };
  });
}

async function gatherNumbers(work: WorkContext): Promise<string[]> {
  const rows = await work.tx
    .select({ number: job.number, oldNumber: job.oldNumber })
    .from(job)
    .where(eq(job.shopId, work.shop.id));
  return rows.flatMap(({ number, oldNumber }) =>
    oldNumber === "" ? [String(number)] : [String(number), oldNumber],
  );
}

async function gatherLots(work: WorkContext): Promise<string[]> {
  const rows = await work.tx
    .select({ maker: powder.maker, code: powder.code, label: lot.label })
    .from(lot)
    .innerJoin(powder, and(eq(powder.shopId, lot.shopId), eq(powder.id, lot.powderId)))
    .where(and(eq(lot.shopId, work.shop.id), isNull(lot.retiredAt), ne(lot.label, "")));
  return rows.map(({ maker, code, label }) => lotKey(maker, code, label));
}

/** A powder that only a left row of an imported sheet names: jobs may be coated in it, but the shop holds no record of it. */
export const isOnPaper = (powderId: string): boolean => powderId.startsWith(onPaper);
const onPaper = "paper:";
const mostPaperRows = 5_000;

async function gatherPaperPowders(work: WorkContext, known: KnownPowder[]): Promise<KnownPowder[]> {
  const rows = await work.tx
    .select({ values: importRow.values })
    .from(importRow)
    .innerJoin(importRun, and(eq(importRun.shopId, importRow.shopId), eq(importRun.id, importRow.runId)))
    .where(
      and(
        eq(importRow.shopId, work.shop.id),
        eq(importRun.kind, "powders"),
        eq(importRow.state, "left"),
        ne(importRow.verdict, "furniture"),
      ),
    )
    .limit(mostPaperRows);
  const codes = new Set(known.map(({ code }) => codeKey(code)));
  const found = new Map<string, KnownPowder>();
  for (const { values } of rows) {
    const { maker, code, name, colourCode } = values as Partial<PowderValues>;
    if (!maker || !code || !name || codes.has(codeKey(code))) continue;
    found.set(codeKey(code), { id: `${onPaper}${codeKey(code)}`, maker, code, name, colourCode });
  }
  return [...found.values()];
}
