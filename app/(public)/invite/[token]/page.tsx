import type { Metadata } from "next";
import { AcceptInviteForm } from "@/components/people/accept-invite-form";
import { DeadLink } from "@/components/people/dead-link";
import { roleNames } from "@/components/people/role-names";
import { findInvite } from "@/lib/people/find-invite";
import { findMyEmail } from "@/lib/people/find-my-email";

export const metadata: Metadata = { title: "Join a shop", robots: { index: false } };

type InvitePageProps = { params: Promise<{ token: string }> };

export default async function InvitePage({ params }: InvitePageProps) {
  const { token } = await params;
  const [invite, myEmail] = await Promise.all([findInvite(token), findMyEmail()]);
  if (!invite) {
    return (
      <DeadLink href="/sign-in" action="Sign in">
        The invitation was used or taken back, or it is older than seven days. Ask the shop for another one.
      </DeadLink>
    );
  }
  const who = myEmail === invite.email ? "signed-in" : invite.isKnownPerson ? "known" : "new";
  return (
    <>
      <div>
        <h1 className="text-xl font-semibold">Join {invite.shopName}</h1>
        <p className="mt-1 text-ink-muted">
          As {roleNames[invite.role].toLowerCase()}, with the e-mail address {invite.email}.
          {myEmail &&
            myEmail !== invite.email &&
            ` You are signed in as ${myEmail}; joining signs that one out here.`}
        </p>
      </div>
      <AcceptInviteForm token={token} name={invite.name} email={invite.email} who={who} />
    </>
  );
}
