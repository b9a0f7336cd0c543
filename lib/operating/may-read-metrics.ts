import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "../env";

const local = ["127.0.0.1", "::1", "localhost", "[::1]"];

/** Whether a request may read this process's numbers: by METRICS_TOKEN, or without one only on a machine that nobody else reaches. */
export function mayReadMetrics(headers: Headers): boolean {
  const { METRICS_TOKEN, COATYARD_URL, COATYARD_PROXY } = env();
  if (METRICS_TOKEN) return isSame(headers.get("authorization") ?? "", `Bearer ${METRICS_TOKEN}`);
  const isAlone = local.includes(new URL(COATYARD_URL).hostname) && COATYARD_PROXY === "";
  return isAlone && local.includes(headers.get("x-forwarded-for") ?? "");
}

function isSame(one: string, other: string): boolean {
  const sum = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(sum(one), sum(other));
}
