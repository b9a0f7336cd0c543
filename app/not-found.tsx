import { LinkButton } from "@/components/ui/link-button";
import { StandingPage } from "@/components/ui/standing-page";

export const metadata = { title: "Not here" };

export default function NotFound() {
  return (
    <StandingPage
      title="There is nothing at this address"
      actions={
        <LinkButton href="/" variant="primary" size="lg">
          To the start
        </LinkButton>
      }
    >
      <p>It may have been moved, merged or removed, or a letter of the address is missing.</p>
    </StandingPage>
  );
}
