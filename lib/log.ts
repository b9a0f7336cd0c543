import "server-only";
import pino from "pino";

/** Structured lines on standard output. Passwords, tokens and cookies are never passed here. */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: { app: "coatyard" },
  redact: ["password", "token", "cookie", "authorization"],
});
