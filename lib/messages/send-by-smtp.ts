import "server-only";
import { createTransport } from "nodemailer";
import { env } from "../env";
import { mailFrom } from "./mail-from";
import { type Mail, MailRefused } from "./mail-service";

/** Sends by SMTP; the Message-ID is made of the mail's id, so a repeat bears the same one. */
export async function sendBySmtp(mail: Mail): Promise<{ providerId: string }> {
  const { SMTP_URL, COATYARD_URL } = env();
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const sent = await transport.sendMail({
      messageId: `<${mail.id}@${new URL(COATYARD_URL).hostname}>`,
      from: mailFrom(mail.fromName),
      to: { name: "", address: mail.to },
      ...(mail.replyTo ? { replyTo: { name: "", address: mail.replyTo } } : {}),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
    });
    return { providerId: sent.messageId };
  } catch (error) {
    const code = (error as { responseCode?: number }).responseCode ?? 0;
    const isSignIn = (error as { code?: string }).code === "EAUTH";
    const said = `Mail server: ${(error as Error).message}`;
    throw code >= 500 && !isSignIn
      ? new MailRefused(said, { cause: error })
      : new Error(said, { cause: error });
  } finally {
    transport.close();
  }
}
