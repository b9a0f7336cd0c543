"use client";
import { Button } from "@/components/ui/button";
import { StandingPage } from "@/components/ui/standing-page";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <StandingPage
      title="This page could not be shown"
      actions={
        <>
          <Button variant="primary" size="lg" onClick={reset}>
            Try again
          </Button>
          <Button size="lg" onClick={() => window.location.assign("/")}>
            To the start
          </Button>
        </>
      }
    >
      <p>What was saved before is safe. Try again; if it stays, tell whoever runs Coatyard.</p>
      {error.digest && <p className="mt-2 text-sm text-ink-faint">Reference {error.digest}</p>}
    </StandingPage>
  );
}
