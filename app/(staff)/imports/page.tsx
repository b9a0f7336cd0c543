import type { Metadata } from "next";
import { ImportsPage } from "@/components/imports/imports-page";
import { addressParams } from "@/components/lists/address-params";
import { importsInput } from "@/lib/imports/input";
import { importsAtOnce, listImports } from "@/lib/imports/list-imports";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Import" };

export default async function ImportsRoute({ searchParams }: PageProps<"/imports">) {
  const ctx = await requireStaff("imports.run");
  const { page } = importsInput.parse(Object.fromEntries(addressParams(await searchParams)));
  const { timeZone, locale } = ctx.shop;
  return (
    <ImportsPage
      list={await listImports(ctx, page)}
      page={page}
      atOnce={importsAtOnce}
      times={{ now: ctx.now.toISOString(), zone: timeZone, locale }}
    />
  );
}
