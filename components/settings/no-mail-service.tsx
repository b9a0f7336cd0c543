import { Notice } from "@/components/ui/notice";

/** Says that nothing leaves, and what to set so that it does. */
export function NoMailService({ className }: { className?: string }) {
  return (
    <Notice title="No mail service is set up" className={className}>
      Messages are kept in the outbox and nothing leaves. Set RESEND_API_KEY or SMTP_URL, and MAIL_FROM, and
      start again.
    </Notice>
  );
}
