import { LinkButton } from "@/components/ui/link-button";
import { StandingPage } from "@/components/ui/standing-page";

export const metadata = { title: "Sign in first" };

export default function Unauthorized() {
  return (
    <StandingPage
      title="Sign in to see this page"
      actions={
        <LinkButton href="/sign-in" variant="primary" size="lg">
          Sign in
        </LinkButton>
      }
    >
      <p>You were signed out, or have not signed in on this device yet. Nothing was lost.</p>
    </StandingPage>
  );
}
