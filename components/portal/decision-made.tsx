import type { Verdict } from "@/db/vocabulary";
import type { CustomerDecision, CustomerProof } from "@/lib/approvals/proof-view";
import { formatExact } from "@/lib/measures/format-time";
import { phoneHref } from "../customers/phone-href";
import { buttonClass } from "../ui/button-class";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";
import type { ProofShop } from "./proof-page";

const did: Record<Verdict, { said: string; tone: "done" | "risk" | "late" }> = {
  approved: { said: "approved", tone: "done" },
  changes: { said: "asked for changes to", tone: "risk" },
  rejected: { said: "rejected", tone: "late" },
};

type DecisionMadeProps = { proof: CustomerProof; shop: ProofShop; receipt: string };

/** What became of it: who decided, when, on which version, with the receipt; or why there is nothing to decide. */
export function DecisionMade({ proof, shop, receipt }: DecisionMadeProps) {
  const { decision, number, whyNot, state } = proof;
  if (!decision) {
    if (!whyNot) return null;
    return (
      <Notice tone={state === "expired" ? "risk" : "plain"} title={titles[state]}>
        <p>{whyNot}</p>
        <Call shop={shop} />
      </Notice>
    );
  }
  const { said, tone } = did[decision.verdict];
  return (
    <Notice
      tone={tone === "late" ? "risk" : tone}
      title={`${decision.isMine ? "You" : decision.byName} ${said} version ${number}`}
    >
      <p>
        {formatExact(decision.at, shop.timeZone, shop.locale)}
        {how(decision, shop.name)}
      </p>
      {decision.reason && <p className="mt-1 whitespace-pre-line">“{decision.reason}”</p>}
      <p className="mt-1 text-ink-muted">
        {decision.verdict === "approved"
          ? `${shop.name} has it and goes on. Changed your mind? Tell them.`
          : `${shop.name} has it and comes back to you.`}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <a href={receipt} download className={buttonClass({ size: "lg" })}>
          <Icon name="file-down" size={18} />
          Receipt
        </a>
        <Call shop={shop} />
      </div>
    </Notice>
  );
}

const titles: Partial<Record<CustomerProof["state"], string>> = {
  waiting: "Nothing to do for you",
  superseded: "There is a newer version",
  withdrawn: "Taken back by the shop",
  expired: "The time to answer is over",
  again: "Being worked on again",
};

function how({ knownBy, isMine }: CustomerDecision, shopName: string): string {
  if (knownBy === "link") return ", by the link in the e-mail";
  if (knownBy === "portal") return ", signed in";
  return isMine ? `, written down by ${shopName}` : `, by word to ${shopName}`;
}

function Call({ shop }: { shop: ProofShop }) {
  if (!shop.phone) return null;
  return (
    <a href={phoneHref(shop.phone)} className={buttonClass({ variant: "quiet", size: "lg" })}>
      Call {shop.phone}
    </a>
  );
}
