import "server-only";
import { mailService } from "./mail-service";

/** Whether mail leaves this shop; without, it is kept in the outbox. */
export const isMailSetUp = (shop: { isDemo: boolean }) => mailService(shop) !== null;
