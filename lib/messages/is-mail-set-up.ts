import "server-only";
import { mailService } from "./mail-service";

/** Whether mail leaves this deployment; without, it is kept in the outbox. */
export const isMailSetUp = () => mailService() !== null;
