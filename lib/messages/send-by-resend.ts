import "server-only";
import { env } from "../env";
import { mailFromHeader } from "./mail-from";
import { type Mail, MailRefused } from "./mail-service";

const patienceMs = 30_000;

/** Sends by Resend; the mail's id is the idempotency key, so Resend itself drops a repeat. */
export async function sendByResend(mail: Mail): Promise<{ providerId: string }> {
  const { RESEND_API_KEY, RESEND_BASE_URL } = env();
  const { Resend } = await import("resend");
  const resend = new Resend(RESEND_API_KEY, RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL } : {});
  const { fromName, to, replyTo, subject, text, html, id } = mail;
  const sending = resend.emails.send(
    { from: mailFromHeader(fromName), to, ...(replyTo ? { replyTo } : {}), subject, text, html },
    { idempotencyKey: id },
  );
  const { data, error } = await inTime(sending);
  if (!error) return { providerId: data.id };
  const said = `Resend: ${error.message}`;
  throw isForGood(error) ? new MailRefused(said) : new Error(said);
}

/** A wrong key or a full quota passes once the shop mends it; a mail that is itself wrong does not. */
function isForGood(error: { name: string; statusCode: number | null }): boolean {
  const isBusy = error.name === "concurrent_idempotent_requests" || error.statusCode === 429;
  return !isBusy && [400, 404, 409, 413, 422].includes(error.statusCode ?? 0);
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Resend did not answer in ${patienceMs / 1000} s.`)),
      patienceMs,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
