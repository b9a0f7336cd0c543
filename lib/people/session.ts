import "server-only";
import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import type { Permission } from "@/db/vocabulary";
import { can, type MemberContext } from "../context";
import { pathHeader } from "../entry/path-header";
import { env } from "../env";
import { signIn } from "./auth";
import { endSession } from "./end-sessions";
import { deviceCookieName, deviceDays, rememberDevice } from "./known-device";
import { openCookie } from "./open-cookie";
import { ownPath } from "./own-path";
import { proveSession } from "./prove-session";
import { sessionCookieName } from "./session-cookie-name";

/** The signed-in member's context, or null. Proven once a request. */
export const findStaff = cache(async (): Promise<MemberContext | null> => staffOfCookie(await wornCookie()));

/** The member whose session cookie this is, or null: for streams, which prove it again while they last. */
async function staffOfCookie(value: string): Promise<MemberContext | null> {
  const worn = await openCookie(value);
  return worn && proveSession(worn.session, worn.shop);
}

/** The member who opened this page; anyone else is sent to sign in and brought back. Without the permission: 403. */
export async function requireStaff(needs?: Permission): Promise<MemberContext> {
  const ctx = (await findStaff()) ?? redirect(await signInPath());
  return !needs || can(ctx, needs) ? ctx : forbidden();
}

/** Puts a session just opened in this browser's cookie, ends the one it wore, and knows the device from now on. */
export async function wearSession(opened: { token: string; email: string }): Promise<void> {
  await endWornSession();
  await signIn("credentials", { token: opened.token, redirect: false, redirectTo: "/board" });
  if (!opened.email) return;
  const jar = await cookies();
  jar.set(deviceCookieName(), rememberDevice(jar.get(deviceCookieName())?.value ?? "", opened.email), {
    httpOnly: true,
    secure: env().COATYARD_URL.startsWith("https:"),
    sameSite: "lax",
    path: "/",
    maxAge: deviceDays * 86_400,
  });
}

/** Ends the session in this browser's cookie, whoever's it is. */
async function endWornSession(): Promise<void> {
  const worn = await openCookie(await wornCookie());
  if (worn) await endSession(worn.session);
}

async function signInPath(): Promise<string> {
  const asked = (await headers()).get(pathHeader);
  const path = ownPath(asked);
  return path === "/board" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`;
}

async function wornCookie(): Promise<string> {
  const name = sessionCookieName();
  const jar = (await cookies()).getAll();
  const chunks = jar.filter((one) => one.name === name || one.name.startsWith(`${name}.`));
  return chunks.map((one) => one.value).join("");
}
