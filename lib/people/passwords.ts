import "server-only";
import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "../errors";

/** argon2id by OWASP's least figures: 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Never more than two, and one core is left to everyone else. */
const atOnce = Math.max(1, Math.min(2, availableParallelism() - 1));
const longestQueue = 200;

let running = 0;
const waiting: (() => void)[] = [];

/** Few hashes at a time, so that a flood of sign-ins leaves the machine to everyone else; the queue ends too. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) {
      throw new Refusal("too-many", "Many people are signing in at once. Try again in a few seconds.", {
        retryAfterSeconds: 5,
      });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** One form for a character that keyboards can write in several. */
const oneForm = (password: string) => password.normalize("NFKC");

export const hashPassword = (password: string) => inTurn(() => hash(oneForm(password), cost));

let nobody: Promise<string> | undefined;

/** Whether the password is right. A person without one costs the same time as one with. */
export async function isRightPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hash(randomUUID(), cost);
  const someone = await nobody;
  const isRight = await inTurn(() => verify(stored ?? someone, oneForm(password)));
  return stored !== null && isRight;
}

/** How many hashes are being made now, and how many wait. */
export const hashingLoad = () => ({ running, waiting: waiting.length });
