import type { Metadata } from "next";
import Link from "next/link";
import { RequestResetForm } from "@/components/people/request-reset-form";

export const metadata: Metadata = { title: "A new password" };

export default function RequestResetPage() {
  return (
    <>
      <div>
        <h1 className="text-xl font-semibold">A new password</h1>
        <p className="mt-1 text-ink-muted">Type the e-mail address you sign in with.</p>
      </div>
      <RequestResetForm />
      <Link href="/sign-in" className="text-center text-accent-ink underline-offset-4 hover:underline">
        Back to sign in
      </Link>
    </>
  );
}
