import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { DemoSignIn } from "@/components/people/demo-sign-in";
import { SignInForm } from "@/components/people/sign-in-form";
import { listDemoPeople } from "@/lib/people/demo-people";
import { hasShop } from "@/lib/people/has-shop";
import { ownPath } from "@/lib/people/own-path";
import { findStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Sign in" };

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next } = await searchParams;
  const to = ownPath(typeof next === "string" ? next : null);
  if (await findStaff()) redirect(to);
  if (!(await hasShop())) redirect("/setup");
  const people = (await listDemoPeople()).map(({ memberId, name, role }) => ({ memberId, name, role }));
  return (
    <>
      <h1 className="text-xl font-semibold">Sign in</h1>
      {people.length > 0 && <DemoSignIn people={people} />}
      <SignInForm next={to} />
      <p className="text-center text-ink-muted">
        A customer of the shop?{" "}
        <Link href="/portal/sign-in" className="text-accent-ink underline underline-offset-4">
          Follow your jobs
        </Link>
      </p>
    </>
  );
}
