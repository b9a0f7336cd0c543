import "server-only";
import { decode } from "next-auth/jwt";
import { env } from "../env";
import { sessionCookieName } from "./session-cookie-name";

type Worn = { session: string; shop: string };

const mostRemembered = 1000;
const remembered = new Map<string, Worn & { endsAt: number }>();

/**
 * What a session cookie of ours holds, or null. To open one costs more than to prove its session in the database, so
 * the last thousand are remembered; the session itself is asked for every time.
 */
export async function openCookie(value: string): Promise<Worn | null> {
  if (!value) return null;
  const known = remembered.get(value) ?? (await decodeCookie(value));
  if (!known || known.endsAt <= Date.now()) return null;
  remembered.delete(value);
  remembered.set(value, known);
  if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value as string);
  return { session: known.session, shop: known.shop };
}

async function decodeCookie(value: string): Promise<(Worn & { endsAt: number }) | null> {
  const asked = { token: value, secret: env().AUTH_SECRET, salt: sessionCookieName() };
  const token = await decode(asked).catch(() => null);
  if (typeof token?.session !== "string" || typeof token.shop !== "string" || !token.exp) return null;
  return { session: token.session, shop: token.shop, endsAt: token.exp * 1000 };
}
