import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PortalFrame } from "@/components/portal/portal-frame";
import { PortalSignInForm } from "@/components/portal/portal-sign-in-form";
import { portalPath } from "@/lib/people/portal-path";
import { findContact } from "@/lib/people/portal-session";
import { getDoorBrand } from "@/lib/portal/get-portal-frame";

export const metadata: Metadata = { title: "Sign in" };

export default async function PortalSignInPage({ searchParams }: PageProps<"/portal/sign-in">) {
  const { next } = await searchParams;
  const to = portalPath(typeof next === "string" ? next : null);
  if (await findContact()) redirect(to);
  const brand = await getDoorBrand();
  return (
    <PortalFrame brand={brand}>
      <div className="grid w-full max-w-md gap-6 px-4 py-8">
        <div>
          <h1 className="text-xl font-semibold">Follow your jobs</h1>
          <p className="mt-1 text-base text-ink-muted">
            No password: we e-mail you a link, and you are in. Use the address that the shop knows.
          </p>
        </div>
        <PortalSignInForm next={to} />
      </div>
    </PortalFrame>
  );
}
