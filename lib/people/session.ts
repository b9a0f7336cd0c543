import "server-only";
import { cookies } from "next/headers";
import { redirect, unauthorized } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import type { MemberContext } from "../context";
import { env } from "../env";
import { sessionCookieName } from "./auth";
import { proveSession } from "./prove-session";

/** The signed-in member's context, or null. Proven once a request. */
export const findStaff = cache(async (): Promise<MemberContext | null> => {
  const jar = await cookies();
  const name = sessionCookieName();
  const chunks = jar.getAll().filter((one) => one.name === name || one.name.startsWith(`${name}.`));
  return staffOfCookie(chunks.map((one) => one.value).join(""));
});

/** The member whose session cookie this is, or null: for streams, which prove it again while they last. */
export async function staffOfCookie(value: string): Promise<MemberContext | null> {
  if (!value) return null;
  const token = await decode({ token: value, secret: env().AUTH_SECRET, salt: sessionCookieName() }).catch(
    () => null,
  );
  if (typeof token?.session !== "string" || typeof token.shop !== "string") return null;
  return proveSession(token.session, token.shop);
}

/** The member who opened this page; anyone else is sent to sign in. */
export async function requireStaff(): Promise<MemberContext> {
  return (await findStaff()) ?? redirect("/sign-in");
}

/** As requireStaff, for pages that must answer 401. */
export async function requireStaffOr401(): Promise<MemberContext> {
  return (await findStaff()) ?? unauthorized();
}
