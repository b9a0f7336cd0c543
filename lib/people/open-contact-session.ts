import "server-only";
import { contactSession } from "@/db/schema/approvals";
import { database } from "../context";
import { hashToken, makeToken } from "./tokens";

export const contactSessionDays = 90;
export const contactIdleDays = 30;

/** Makes a session for a contact already proven by their mail and returns what its cookie holds: the shop and a token. */
export async function openContactSession(
  { shopId, contactId }: { shopId: string; contactId: string },
  device: string,
  now = new Date(),
): Promise<string> {
  const token = makeToken();
  await database()
    .insert(contactSession)
    .values({
      tokenHash: hashToken(token),
      shopId,
      contactId,
      device: device.slice(0, 200),
      createdAt: now,
      seenAt: now,
      endsAt: new Date(now.getTime() + contactSessionDays * 86_400_000),
    });
  return `${shopId}.${token}`;
}

/** What a cookie of ours holds, or null for any other text. */
export function readContactCookie(value: string): { shopId: string; token: string } | null {
  const [, shopId, token] = value.match(/^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/) ?? [];
  return shopId && token ? { shopId, token } : null;
}
