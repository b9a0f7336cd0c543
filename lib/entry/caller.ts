import "server-only";
import { cookies, headers } from "next/headers";
import type { Caller } from "../people/caller";
import { deviceCookieName } from "../people/known-device";
import { describeDevice } from "./describe-device";

/** The caller of this request. lib/entry/trust-proxy.ts has left one address in X-Forwarded-For, or Next put the socket's. */
export async function callerOfRequest(): Promise<Caller> {
  const [sent, jar] = await Promise.all([headers(), cookies()]);
  return {
    address: sent.get("x-forwarded-for") ?? "",
    device: describeDevice(sent.get("user-agent") ?? ""),
    deviceCookie: jar.get(deviceCookieName())?.value ?? "",
  };
}
