import "server-only";
import { randomUUID } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** argon2id by OWASP's least figures: 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let running = 0;
const waiting: (() => void)[] = [];

/** At most two hashes at a time, so that a flood of sign-ins leaves the machine to everyone else. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string) => inTurn(() => hash(password, cost));

let nobody: Promise<string> | undefined;

/** Whether the password is right. A person without one costs the same time as one with. */
export async function isRightPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomUUID());
  const against = stored ?? (await nobody);
  const isRight = await inTurn(() => verify(against, password));
  return stored !== null && isRight;
}
