import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { PowderPage } from "@/components/powders/powder-page";
import { dayIn } from "@/lib/measures/day-in";
import { requireStaff } from "@/lib/people/session";
import { findPowder } from "@/lib/powders/get-powder";

type Props = PageProps<"/powders/[id]">;

const read = cache(async (asked: string) => {
  const ctx = await requireStaff();
  const id = z.uuid().safeParse(asked);
  const powder = id.success ? await findPowder(ctx, { id: id.data }) : null;
  return { ctx, powder: powder ?? notFound() };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).id)).powder.name };
}

export default async function PowderDetailPage({ params }: Props) {
  const { ctx, powder } = await read((await params).id);
  const { locale, units, currency, timeZone } = ctx.shop;
  const facts = { locale, units, currency, timeZone, today: dayIn(timeZone, ctx.now) };
  return <PowderPage powder={powder} facts={facts} now={ctx.now.toISOString()} />;
}
