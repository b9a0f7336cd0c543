import "server-only";
import { findLink } from "./find-link";
import { linkToken } from "./input";

/** Whose password a mailed link sets, or null when it no longer works. Looking uses nothing up. */
export async function findReset(token: string): Promise<{ email: string } | null> {
  if (!linkToken.safeParse(token).success) return null;
  const found = await findLink("reset", token);
  return found && { email: found.email };
}
