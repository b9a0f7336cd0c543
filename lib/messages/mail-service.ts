import "server-only";
import { env } from "../env";
import { sendByResend } from "./send-by-resend";
import { sendBySmtp } from "./send-by-smtp";

/** A mail as a service takes it. The id makes a second delivery recognisable as the same mail. */
export type Mail = {
  id: string;
  fromName: string;
  to: string;
  /** Where an answer goes; empty: back to the sender. */
  replyTo: string;
  subject: string;
  text: string;
  html: string;
};

export type Send = (mail: Mail) => Promise<{ providerId: string }>;

/** The service refused this mail for good: trying again would not help. */
export class MailRefused extends Error {}

/** How a shop's mail leaves: by Resend, by SMTP, or null when neither is set up. Nothing leaves a demo, where anyone signs in. */
export function mailService(shop: { isDemo: boolean }): Send | null {
  if (shop.isDemo) return null;
  const { RESEND_API_KEY, SMTP_URL } = env();
  if (RESEND_API_KEY) return sendByResend;
  if (SMTP_URL) return sendBySmtp;
  return null;
}
