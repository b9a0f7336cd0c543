import type { Metadata } from "next";
import { cookies } from "next/headers";
import { addressParams } from "@/components/lists/address-params";
import { columnsCookie } from "@/components/lists/remember-columns";
import { PowdersList } from "@/components/powders/powders-list";
import { rolePermissions } from "@/db/vocabulary";
import { can } from "@/lib/context";
import { dayIn } from "@/lib/measures/day-in";
import { requireStaff } from "@/lib/people/session";
import { listMakers, listPowders } from "@/lib/powders/list-powders";
import { powderColumnsFor, powderListFromParams } from "@/lib/powders/powder-list";

export const metadata: Metadata = { title: "Powders" };

export default async function PowdersPage({ searchParams }: PageProps<"/powders">) {
  const ctx = await requireStaff();
  const held = rolePermissions[ctx.actor.role];
  const remembered = (await cookies()).get(columnsCookie("powders"))?.value;
  const view = powderListFromParams(addressParams(await searchParams), held, remembered);
  const [page, makers] = await Promise.all([listPowders(ctx, view), listMakers(ctx)]);
  const { locale, units, currency, timeZone } = ctx.shop;
  return (
    <PowdersList
      view={view}
      page={page}
      makers={makers}
      facts={{ locale, units, currency, timeZone, today: dayIn(timeZone, ctx.now) }}
      columns={powderColumnsFor(held)}
      may={{
        export: can(ctx, "lists.export"),
        import: can(ctx, "imports.run"),
        edit: can(ctx, "powders.edit"),
        seePrices: can(ctx, "prices.see"),
      }}
    />
  );
}
