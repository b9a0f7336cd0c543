"use client";
import { LinkButton } from "./link-button";
import { StandingPage } from "./standing-page";

// Next sends these along with every page, twice: as client's components they are a name each.

export function NotHere() {
  return (
    <StandingPage title="There is nothing at this address" actions={<Onward href="/">To the start</Onward>}>
      <p>It may have been moved, merged or removed, or a letter of the address is missing.</p>
    </StandingPage>
  );
}

export function NotForYourRole() {
  return (
    <StandingPage title="Your role does not open this page" actions={<Onward href="/">To the start</Onward>}>
      <p>An owner or manager of the shop can change what your role may see.</p>
    </StandingPage>
  );
}

export function NotSignedIn() {
  return (
    <StandingPage title="Sign in to see this page" actions={<Onward href="/sign-in">Sign in</Onward>}>
      <p>You were signed out, or have not signed in on this device yet. Nothing was lost.</p>
    </StandingPage>
  );
}

function Onward({ href, children }: { href: "/" | "/sign-in"; children: string }) {
  return (
    <LinkButton href={href} variant="primary" size="lg">
      {children}
    </LinkButton>
  );
}
