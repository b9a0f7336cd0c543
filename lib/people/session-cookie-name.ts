import "server-only";
import { env } from "../env";

export const isSecure = () => env().COATYARD_URL.startsWith("https:");

export const sessionCookieName = () => (isSecure() ? "__Host-coatyard.session" : "coatyard.session");
