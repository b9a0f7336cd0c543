import type { Metadata } from "next";
import { EnterForm } from "@/components/portal/enter-form";
import { PortalFrame } from "@/components/portal/portal-frame";
import { LinkButton } from "@/components/ui/link-button";
import { findPortalLink } from "@/lib/people/find-portal-link";
import { portalPath } from "@/lib/people/portal-path";
import { getDoorBrand, getShopBrand } from "@/lib/portal/get-portal-frame";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default async function EnterPortalPage({ params, searchParams }: PageProps<"/portal/enter/[token]">) {
  const { token } = await params;
  const { next } = await searchParams;
  const found = await findPortalLink(token);
  const brand = found ? await getShopBrand(found.shop.id) : await getDoorBrand();
  return (
    <PortalFrame brand={brand}>
      <div className="grid w-full max-w-md gap-6 px-4 py-8">
        <div>
          <h1 className="text-xl font-semibold">{found ? "Welcome" : "This link no longer works"}</h1>
          <p className="mt-1 text-base text-ink-muted">
            {found
              ? `You sign in as ${found.email}.`
              : "It was used already, or it is older than 10 minutes. Another one takes a moment."}
          </p>
        </div>
        {found ? (
          <EnterForm token={token} next={portalPath(typeof next === "string" ? next : null)} />
        ) : (
          <LinkButton href="/portal/sign-in" variant="primary" size="floor">
            Get another link
          </LinkButton>
        )}
      </div>
    </PortalFrame>
  );
}
