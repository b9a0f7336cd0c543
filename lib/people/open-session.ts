import "server-only";
import { session } from "@/db/schema/people";
import { database } from "../context";
import { hashToken, makeToken } from "./tokens";

export const sessionDays = 30;
export const idleDays = 7;

/** Makes a session for a person already proven (password, link or set-up) and returns the token for its cookie. */
export async function openSession(personId: string, shopId: string, device: string, now = new Date()) {
  const token = makeToken();
  await database()
    .insert(session)
    .values({
      tokenHash: hashToken(token),
      personId,
      shopId,
      device: device.slice(0, 200),
      createdAt: now,
      seenAt: now,
      endsAt: new Date(now.getTime() + sessionDays * 86_400_000),
    });
  return token;
}
