import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";
import { tellError } from "./tell-error";

const held = globalThis as { coatyardRequests?: AsyncLocalStorage<{ id: string }> };
held.coatyardRequests ??= new AsyncLocalStorage();

/** The request that is being answered: every line that is logged meanwhile bears its id. */
export const currentRequest = held.coatyardRequests;

/** Structured lines on standard output, one JSON object each. Passwords, tokens and cookies are never passed here. */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: { app: "coatyard" },
  serializers: { err: tellError },
  redact: ["password", "token", "cookie", "authorization"],
  mixin: () => {
    const request = currentRequest.getStore();
    return request ? { requestId: request.id } : {};
  },
});
