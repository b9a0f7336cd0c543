import "server-only";
import { person } from "@/db/schema/people";
import { database } from "../context";
import { Refusal } from "../errors";
import { log } from "../log";
import type { Caller } from "./caller";
import { createShop } from "./create-shop";
import type { SetUpInput } from "./input";
import { openSession } from "./open-session";
import { refusePassword } from "./password-rule";
import { hashPassword } from "./passwords";
import { proveSetupCode } from "./prove-setup-code";
import { refuseSecondShop } from "./refuse-second-shop";

/** Makes the deployment's first shop and its owner, and signs the owner in. Refuses a wrong code, a weak password, a second shop. */
export async function setUpShop(input: SetUpInput, caller: Caller, now = new Date()) {
  await proveSetupCode(input.code, caller, now);
  const { code: _, ownerName, email, password, ...settings } = input;
  const weak = refusePassword(password, [email, settings.name, ownerName]);
  if (weak) throw new Refusal("invalid", weak, { field: "password" });
  const passwordHash = await hashPassword(password);
  const { personId, shopId } = await database().transaction(async (tx) => {
    await refuseSecondShop(tx);
    const [made] = await tx
      .insert(person)
      .values({ email, name: ownerName, passwordHash, createdAt: now })
      .returning({ id: person.id });
    const personId = made?.id as string;
    const { shop } = await createShop(settings, { personId, name: ownerName }, now, tx);
    return { personId, shopId: shop.id };
  });
  log.info({ shopId, address: caller.address }, "shop set up");
  const token = await openSession(personId, shopId, caller.device, now);
  return { token, shopId, email };
}
