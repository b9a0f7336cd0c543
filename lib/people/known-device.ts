import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "../env";
import { makeToken } from "./tokens";

export const deviceDays = 365;
const mostPeople = 10;

export const deviceCookieName = () =>
  env().COATYARD_URL.startsWith("https:") ? "__Host-coatyard.device" : "coatyard.device";

/** The device's own name if this e-mail address has signed in on it before; null for any other cookie. */
export function knownDevice(cookie: string, email: string): string | null {
  const [device = "", ...marks] = cookie.split(".");
  if (device.length < 43) return null;
  const expected = Buffer.from(mark(device, email));
  const isKnown = marks.some(
    (one) => one.length === expected.length && timingSafeEqual(Buffer.from(one), expected),
  );
  return isKnown ? device : null;
}

/** The device's cookie after this e-mail address signed in on it: one random name, one mark for each of the last ten people. */
export function rememberDevice(cookie: string, email: string): string {
  const [device = "", ...marks] = cookie.split(".");
  const isOurs = device.length === 43 && marks.length > 0;
  const name = isOurs ? device : makeToken();
  const fresh = mark(name, email);
  const others = isOurs ? marks.filter((one) => one !== fresh && one.length === fresh.length) : [];
  return [name, fresh, ...others.slice(0, mostPeople - 1)].join(".");
}

function mark(device: string, email: string): string {
  return createHmac("sha256", env().AUTH_SECRET)
    .update(`known device\n${device}\n${email}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");
}
