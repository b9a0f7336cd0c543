import { redirect } from "next/navigation";
import { hasShop } from "@/lib/people/has-shop";
import { findStaff } from "@/lib/people/session";

export default async function Home() {
  if (await findStaff()) redirect("/board");
  redirect((await hasShop()) ? "/sign-in" : "/setup");
}
