import type { ProofState } from "@/db/vocabulary";
import { LinkButton } from "../ui/link-button";
import { FreshLink } from "./fresh-link";

type DeadApprovalProps = {
  token: string;
  /** Null for a text that never was a link. */
  link: { state: "ended" | "revoked"; versionState: ProofState; freshTo: string | null } | null;
  shopName: string;
};

/** Where a link leads that no longer opens anything: why, without showing anything, and the ways on. */
export function DeadApproval({ token, link, shopName }: DeadApprovalProps) {
  const { title, words } = link ? whyDead(link, shopName) : notALink;
  return (
    <div className="grid w-full max-w-md gap-6 px-4 py-8">
      <div>
        <h1 className="text-xl font-semibold text-balance">{title}</h1>
        <p className="mt-1 text-base text-ink-muted">{words}</p>
      </div>
      {link?.freshTo && <FreshLink token={token} to={link.freshTo} />}
      <LinkButton href="/portal/sign-in" prefetch={false} size="lg">
        Sign in to see all your jobs
      </LinkButton>
    </div>
  );
}

const notALink = {
  title: "This link is not complete",
  words: "Open it from the e-mail again: a part of the address is missing.",
};

type Dead = NonNullable<DeadApprovalProps["link"]>;

function whyDead({ state, versionState, freshTo }: Dead, shopName: string): { title: string; words: string } {
  if (versionState === "superseded") {
    return {
      title: "There is a newer version",
      words: freshTo
        ? "This link was for the version before it. The new one waits for your answer."
        : `This link was for the version before it. ${shopName} writes to you when something is needed.`,
    };
  }
  if (versionState === "withdrawn" || versionState === "draft") {
    return {
      title: "The shop took this back",
      words: `Nothing is needed from you. ${shopName} writes to you when something is.`,
    };
  }
  if (freshTo) {
    return {
      title: state === "ended" ? "This link is too old" : "This link no longer works",
      words: "The question still waits for your answer.",
    };
  }
  if (versionState === "expired") {
    return {
      title: "The time to answer is over",
      words: `Nobody answered in time. If it still matters, ask ${shopName} to send it again.`,
    };
  }
  if (versionState !== "waiting") {
    return {
      title: "This is decided",
      words: `Nothing more is needed from you. If it should change, tell ${shopName}.`,
    };
  }
  return {
    title: "This link no longer works",
    words: `Nothing waits for you here. If you expected something, ask ${shopName}.`,
  };
}
