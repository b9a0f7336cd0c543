import type { Metadata } from "next";
import { DeadLink } from "@/components/people/dead-link";
import { NewPasswordForm } from "@/components/people/new-password-form";
import { findReset } from "@/lib/people/find-reset";

export const metadata: Metadata = { title: "A new password", robots: { index: false } };

type NewPasswordPageProps = { params: Promise<{ token: string }> };

export default async function NewPasswordPage({ params }: NewPasswordPageProps) {
  const { token } = await params;
  const reset = await findReset(token);
  if (!reset) {
    return (
      <DeadLink href="/reset" action="Ask for another link">
        It was used already, or it is older than 30 minutes. Your password is as it was.
      </DeadLink>
    );
  }
  return (
    <>
      <div>
        <h1 className="text-xl font-semibold">Choose a new password</h1>
        <p className="mt-1 text-ink-muted">
          For {reset.email}. You will be signed out on every other device.
        </p>
      </div>
      <NewPasswordForm token={token} email={reset.email} />
    </>
  );
}
