import type { Metadata } from "next";
import { DeadApproval } from "@/components/portal/dead-approval";
import { PortalFrame } from "@/components/portal/portal-frame";
import { ProofPage } from "@/components/portal/proof-page";
import { dayIn } from "@/lib/measures/day-in";
import { findApprovalLink } from "@/lib/people/find-approval-link";
import { getDoorBrand, getShopBrand } from "@/lib/portal/get-portal-frame";
import { getLinkPage } from "@/lib/portal/get-portal-page";

export const metadata: Metadata = { title: "Proof", robots: { index: false } };

export default async function ApprovalPage({ params }: PageProps<"/a/[token]">) {
  const { token } = await params;
  const found = await findApprovalLink(token);
  if (found?.state !== "live") {
    const brand = found ? await getShopBrand(found.shop.id) : await getDoorBrand();
    return (
      <PortalFrame brand={brand}>
        <DeadApproval
          token={token}
          link={found && { state: found.state, versionState: found.versionState, freshTo: found.freshTo }}
          shopName={brand.shopName}
        />
      </PortalFrame>
    );
  }
  const { ctx } = found;
  const { brand, proof } = await getLinkPage(ctx);
  const { name, locale, timeZone } = ctx.shop;
  const shop = { name, locale, timeZone, today: dayIn(timeZone, ctx.now), phone: brand.phone };
  return (
    <PortalFrame brand={brand}>
      <ProofPage proof={proof} reader={{ by: "link", token }} shop={shop} />
    </PortalFrame>
  );
}
