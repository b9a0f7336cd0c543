import "server-only";
import { lt, or } from "drizzle-orm";
import { approvalLink, contactSession } from "@/db/schema/approvals";
import { link, session, throttle } from "@/db/schema/people";
import { database } from "../context";

const keepDays = 90;

/** Lets go of sessions and links that ended ninety days ago, and of counts whose window is over. */
export async function sweepIdentity(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - keepDays * 86_400_000);
  await database()
    .delete(session)
    .where(or(lt(session.endsAt, before), lt(session.endedAt, before)));
  await database().delete(link).where(lt(link.endsAt, before));
  await database()
    .delete(contactSession)
    .where(or(lt(contactSession.endsAt, before), lt(contactSession.endedAt, before)));
  await database().delete(approvalLink).where(lt(approvalLink.endsAt, before));
  await database().delete(throttle).where(lt(throttle.resetsAt, now));
}
