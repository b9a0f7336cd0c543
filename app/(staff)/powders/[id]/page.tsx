import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { addressParams } from "@/components/lists/address-params";
import { PowderPage } from "@/components/powders/powder-page";
import { can } from "@/lib/context";
import { dayIn } from "@/lib/measures/day-in";
import { requireStaff } from "@/lib/people/session";
import { findPowder } from "@/lib/powders/get-powder";
import { powderViewFromParams } from "@/lib/powders/powder-view";

type Props = PageProps<"/powders/[id]">;

const read = cache(async (id: string, address: string) => {
  const ctx = await requireStaff();
  const view = powderViewFromParams(id, new URLSearchParams(address));
  const powder = view && (await findPowder(ctx, view));
  return { ctx, view, powder: powder ?? notFound() };
});

async function readAsked({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  return read(id, String(addressParams(asked)));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await readAsked(props)).powder.name };
}

export default async function PowderDetailPage(props: Props) {
  const { ctx, view, powder } = await readAsked(props);
  const { locale, units, currency, timeZone } = ctx.shop;
  const facts = { locale, units, currency, timeZone, today: dayIn(timeZone, ctx.now) };
  const may = {
    edit: can(ctx, "powders.edit"),
    seePrices: can(ctx, "prices.see"),
    export: can(ctx, "lists.export"),
  };
  if (!view) notFound();
  return <PowderPage powder={powder} view={view} facts={facts} now={ctx.now.toISOString()} may={may} />;
}
