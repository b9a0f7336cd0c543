import { LinkButton } from "@/components/ui/link-button";
import { StandingPage } from "@/components/ui/standing-page";

export const metadata = { title: "Not for your role" };

export default function Forbidden() {
  return (
    <StandingPage
      title="Your role does not open this page"
      actions={
        <LinkButton href="/" variant="primary" size="lg">
          To the start
        </LinkButton>
      }
    >
      <p>An owner or manager of the shop can change what your role may see.</p>
    </StandingPage>
  );
}
