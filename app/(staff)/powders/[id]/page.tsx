import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { PowderPage } from "@/components/powders/powder-page";
import { can } from "@/lib/context";
import { dayIn } from "@/lib/measures/day-in";
import { requireStaff } from "@/lib/people/session";
import { findPowder } from "@/lib/powders/get-powder";

type Props = PageProps<"/powders/[id]">;

const ledgerPage = z.coerce.number().int().min(1).max(100_000).catch(1);

const read = cache(async (asked: string, page: number, isWithEmpty: boolean) => {
  const ctx = await requireStaff();
  const id = z.uuid().safeParse(asked);
  const powder = id.success ? await findPowder(ctx, { id: id.data, ledgerPage: page, isWithEmpty }) : null;
  return { ctx, powder: powder ?? notFound(), isWithEmpty };
});

async function readAsked({ params, searchParams }: Props) {
  const [{ id }, { ledger, lots }] = await Promise.all([params, searchParams]);
  return read(id, ledgerPage.parse(ledger), lots === "all");
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await readAsked(props)).powder.name };
}

export default async function PowderDetailPage(props: Props) {
  const { ctx, powder, isWithEmpty } = await readAsked(props);
  const { locale, units, currency, timeZone } = ctx.shop;
  const facts = { locale, units, currency, timeZone, today: dayIn(timeZone, ctx.now) };
  const may = { edit: can(ctx, "powders.edit"), seePrices: can(ctx, "prices.see") };
  return (
    <PowderPage
      powder={powder}
      isWithEmpty={isWithEmpty}
      facts={facts}
      now={ctx.now.toISOString()}
      may={may}
    />
  );
}
