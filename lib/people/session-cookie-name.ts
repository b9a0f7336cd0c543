import "server-only";
import { env } from "../env";

export const isSecure = () => env().COATYARD_URL.startsWith("https:");

const named = (name: string) => (isSecure() ? `__Host-${name}` : name);

export const sessionCookieName = () => named("coatyard.session");

/** The customer's side has a cookie of its own, so that one browser may hold a member and a contact. */
export const portalCookieName = () => named("coatyard.portal");

/** Whom a member looks over the shoulder of; it opens nothing without the member's own session. */
export const previewCookieName = () => named("coatyard.preview");
