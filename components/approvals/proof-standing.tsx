"use client";
import { type ReactNode, useState } from "react";
import { remindOfProofAction, withdrawProofAction } from "@/lib/approvals/actions";
import { isDecided, mayRecord, mayReopen } from "@/lib/approvals/proof-rules";
import { type ProofVersionView, type ProofView, receiptAddress } from "@/lib/approvals/proof-view";
import { dueWords } from "@/lib/jobs/due";
import { formatDay } from "@/lib/measures/format-time";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Fact, Facts } from "../ui/facts";
import { Icon } from "../ui/icon";
import { RelativeTime } from "../ui/relative-time";
import { DecisionCard } from "./decision-card";
import { lastDay } from "./last-day";
import { RecipientLines } from "./recipient-lines";
import { RecordDialog } from "./record-dialog";
import { ReopenDialog } from "./reopen-dialog";
import { useProofAct } from "./use-proof-act";

type ProofStandingProps = {
  proof: ProofView;
  version: ProofVersionView;
  now: string;
  isNewest: boolean;
  onAsk: () => void;
};

/** How a version stands: whom it waits for and since when, or what was decided; and what can be done about it. */
export function ProofStanding({ proof, version, now, isNewest, onAsk }: ProofStandingProps) {
  const { shop } = proof;
  const [open, setOpen] = useState<"record" | "reopen" | "withdraw" | null>(null);
  const { act, isPending } = useProofAct();
  const close = () => setOpen(null);
  const [last] = version.decisions;
  const time = (at: string) => <RelativeTime at={at} now={now} zone={shop.timeZone} locale={shop.locale} />;
  const isWaiting = version.state === "waiting";
  const isLate = isWaiting && version.dueOn !== null && version.dueOn < shop.today;
  const may = proof.may.ask && isNewest && !proof.isRetired;

  return (
    <section aria-labelledby="standing" className="flex flex-col gap-3">
      <h2 id="standing" className="sr-only">
        How it stands
      </h2>
      {!isDecided(version.state) && <p className="text-ink-muted">{standingWords(version, isNewest)}</p>}
      {last && (isDecided(version.state) || !isNewest) && (
        <DecisionCard
          decision={last}
          number={version.number}
          now={now}
          shop={shop}
          receipts={receiptAddress(proof.job.number, proof.id)}
        />
      )}
      {(isWaiting || version.state === "expired") && (
        <Facts>
          <Fact name="Due">
            {version.dueOn && (
              <Badge tone={isLate ? "late" : "plain"}>
                {dueWords(version.dueOn, shop.today, shop.locale)}
              </Badge>
            )}
          </Fact>
          <Fact name={isWaiting ? "Until" : "Ended"}>
            {version.expiresAt && formatDay(lastDay(version.expiresAt, shop.timeZone), shop.locale)}
          </Fact>
          <Fact name="Asked">
            {version.askedAt && (
              <>
                {time(version.askedAt)}
                {version.askedBy && ` by ${version.askedBy}`}
              </>
            )}
          </Fact>
          {version.remindersSent > 0 && (
            <Fact name="Reminded">
              {version.remindersSent === 1 ? "once" : `${version.remindersSent} times`}
            </Fact>
          )}
        </Facts>
      )}
      {version.recipients.length > 0 && <RecipientLines version={version} now={now} shop={shop} />}
      {version.message && <Quoted name="Message">{version.message}</Quoted>}
      {version.note && <Quoted name="What is new">{version.note}</Quoted>}
      {may && (
        <div className="flex flex-wrap gap-2 print:hidden">
          {isWaiting && (
            <Button
              icon={<Icon name="bell-ring" size={14} />}
              isPending={isPending}
              onClick={() => act("Reminded", () => remindOfProofAction({ versionId: version.id }))}
            >
              Remind now
            </Button>
          )}
          {isWaiting && (
            <Button icon={<Icon name="pencil" size={14} />} onClick={onAsk}>
              Change
            </Button>
          )}
          {mayRecord(version.state) && version.isDrawn && proof.contacts.length > 0 && (
            <Button
              variant={isWaiting ? "secondary" : "quiet"}
              className={isWaiting ? "" : "-ml-3"}
              icon={<Icon name="phone-call" size={14} />}
              onClick={() => setOpen("record")}
            >
              Record a decision
            </Button>
          )}
          {isWaiting && (
            <Button
              variant="quiet"
              icon={<Icon name="undo-2" size={14} />}
              onClick={() => setOpen("withdraw")}
            >
              Withdraw
            </Button>
          )}
          {mayReopen(version.state) && isDecided(version.state) && (
            <Button
              variant="quiet"
              className="-ml-3"
              icon={<Icon name="rotate-ccw" size={14} />}
              onClick={() => setOpen("reopen")}
            >
              Reopen
            </Button>
          )}
        </div>
      )}
      {open === "record" && <RecordDialog proof={proof} version={version} onClose={close} />}
      {open === "reopen" && <ReopenDialog version={version} onClose={close} />}
      <ConfirmDialog
        isOpen={open === "withdraw"}
        onClose={close}
        title={`Withdraw version ${version.number}?`}
        confirm="Withdraw"
        onConfirm={() =>
          act("Withdrawn", () => withdrawProofAction({ versionId: version.id, version: version.version }))
        }
      >
        The mailed links end. You can ask again when it is ready.
      </ConfirmDialog>
    </section>
  );
}

const Quoted = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <p className="text-xs text-ink-faint">{name}</p>
    <p className="break-words whitespace-pre-wrap">{children}</p>
  </div>
);

function standingWords({ state, isDrawn, problem }: ProofVersionView, isNewest: boolean): string {
  if (problem) return problem;
  if (!isNewest) return "A newer version has taken its place. Nobody can decide on this one.";
  if (state === "draft" && !isDrawn) return "Its pages are being drawn. That takes a few seconds.";
  if (state === "draft") return "Nobody outside the shop has seen it yet.";
  if (state === "waiting") return "Waiting for a decision.";
  if (state === "withdrawn") return "Withdrawn. The links that were mailed do not open it any more.";
  if (state === "expired") return "Its time ran out without an answer. Ask again when you like.";
  return "";
}
