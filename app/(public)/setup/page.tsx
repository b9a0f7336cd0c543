import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SetUpForm } from "@/components/people/set-up-form";
import { hasShop } from "@/lib/people/has-shop";
import { shopChoices } from "@/lib/people/shop-choices";

export const metadata: Metadata = { title: "Set up your shop" };

type SetUpPageProps = { searchParams: Promise<{ code?: string | string[] }> };

export default async function SetUpPage({ searchParams }: SetUpPageProps) {
  if (await hasShop()) redirect("/sign-in");
  const { code } = await searchParams;
  return (
    <>
      <div>
        <h1 className="text-xl font-semibold">Set up your shop</h1>
        <p className="mt-1 text-ink-muted">Everything here can be changed later.</p>
      </div>
      <SetUpForm code={typeof code === "string" ? code : ""} choices={shopChoices()} />
    </>
  );
}
