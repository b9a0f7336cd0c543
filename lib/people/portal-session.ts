import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { ContactContext } from "../context";
import { pathHeader } from "../entry/path-header";
import { endContactSession } from "./end-contact-sessions";
import { contactSessionDays } from "./open-contact-session";
import { portalPath } from "./portal-path";
import { previewContact } from "./preview-contact";
import { proveContactSession } from "./prove-contact-session";
import { findStaff } from "./session";
import { isSecure, portalCookieName, previewCookieName } from "./session-cookie-name";

/** The signed-in contact, or null; null too while a member looks at what a contact sees, who must change nothing. */
export const findContact = cache(async (): Promise<ContactContext | null> => {
  if (await isPreviewing()) return null;
  return proveContactSession((await cookies()).get(portalCookieName())?.value ?? "");
});

/** Whoever reads the portal now: the contact signed in, or the one a member looks over the shoulder of. */
export const findPortalReader = cache(async (): Promise<ContactContext | null> => {
  const asked = (await cookies()).get(previewCookieName())?.value;
  const staff = asked ? await findStaff() : null;
  return asked && staff ? previewContact(staff, asked) : findContact();
});

/** The contact who opened this page; anyone else is sent to sign in and brought back. */
export async function requireContact(): Promise<ContactContext> {
  const reader = await findPortalReader();
  if (reader) return reader;
  const path = portalPath((await headers()).get(pathHeader));
  return redirect(
    path === "/portal" ? "/portal/sign-in" : `/portal/sign-in?next=${encodeURIComponent(path)}`,
  );
}

/** Whether this browser shows a member what a contact sees. */
async function isPreviewing(): Promise<boolean> {
  return (await cookies()).has(previewCookieName()) && (await findStaff()) !== null;
}

/** Puts a contact's session in this browser's cookie and ends the one it wore. */
export async function wearContactSession(opened: string): Promise<void> {
  const jar = await cookies();
  await endContactSession(jar.get(portalCookieName())?.value ?? "");
  jar.set(previewCookieName(), "", ours(0));
  jar.set(portalCookieName(), opened, ours(contactSessionDays * 86_400));
}

/** Signs the contact of this browser out. */
export async function takeOffContactSession(): Promise<void> {
  const jar = await cookies();
  await endContactSession(jar.get(portalCookieName())?.value ?? "");
  jar.set(portalCookieName(), "", ours(0));
}

/** From now on, for an hour, this browser shows its member what a contact sees. */
export async function wearPreview(contactId: string): Promise<void> {
  (await cookies()).set(previewCookieName(), contactId, ours(3600));
}

export async function takeOffPreview(): Promise<void> {
  (await cookies()).set(previewCookieName(), "", ours(0));
}

const ours = (maxAge: number) => ({
  httpOnly: true,
  secure: isSecure(),
  sameSite: "lax" as const,
  path: "/",
  maxAge,
});
