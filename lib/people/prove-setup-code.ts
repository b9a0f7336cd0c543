import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "../env";
import { Refusal } from "../errors";
import type { Caller } from "./caller";
import { networkOf, takeTry, throttleKey } from "./throttle";

const ofNetwork = { tries: 10, seconds: 15 * 60 };

/** Refuses unless the code is the one that the terminal shows; ten tries a quarter of an hour. */
export async function proveSetupCode(code: string, caller: Caller, now = new Date()): Promise<void> {
  await takeTry(throttleKey("set-up", networkOf(caller.address)), ofNetwork, now);
  const own = env().COATYARD_SETUP_CODE;
  if (own === "" || !timingSafeEqual(digest(own), digest(code))) {
    throw new Refusal(
      "invalid",
      "This is not the set-up code. It is printed in the terminal where Coatyard was started.",
      {
        field: "code",
      },
    );
  }
}

const digest = (text: string) => createHash("sha256").update(text.toUpperCase()).digest();
