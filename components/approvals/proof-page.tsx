"use client";
import dynamic from "next/dynamic";
import { type CSSProperties, useState } from "react";
import { addProofCommentAction, restoreProofAction } from "@/lib/approvals/actions";
import { isDecided } from "@/lib/approvals/proof-rules";
import type { ProofPageView, ProofView } from "@/lib/approvals/proof-view";
import type { CommentRoom } from "../jobs/comment-room";
import { DropZone } from "../jobs/drop-zone";
import { JobLive } from "../jobs/job-live";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import type { PlacedPin } from "./canvas-frame";
import { EarlierDecisions } from "./earlier-decisions";
import { ProofComments } from "./proof-comments";
import { ProofHead } from "./proof-head";
import { type ProofThread, threadsOf } from "./proof-pins";
import { ProofStage } from "./proof-stage";
import { ProofStanding } from "./proof-standing";
import { useCanvas } from "./use-canvas";
import { useProofAct } from "./use-proof-act";
import { useShownVersion } from "./use-shown-version";
import { VersionTabs } from "./version-tabs";

const AskDialog = dynamic(() => import("./ask-dialog").then((module) => module.AskDialog));
const AddProofDialog = dynamic(() => import("./add-proof-dialog").then((module) => module.AddProofDialog));

const newPin = "new";

/** A proof: its picture first, then how it stands, what is said about it and all that was ever decided. */
export function ProofPage({ proof, now }: { proof: ProofView; now: string }) {
  const { shown, beside, show, compare, compareWith } = useShownVersion(proof.versions);
  const look = useCanvas();
  const [isAsking, setIsAsking] = useState(false);
  const [added, setAdded] = useState<File[] | null>(null);
  const [isPlacing, setIsPlacing] = useState(false);
  const [placed, setPlaced] = useState<PlacedPin | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { act } = useProofAct();
  const [newest] = proof.versions;
  if (!shown || !newest) return null;

  const threads = threadsOf(shown);
  const isNewest = shown === newest;
  const may = proof.may.ask && !proof.isRetired;
  const pins = threads.flatMap(({ pin }) => pin ?? []);
  if (placed) pins.push({ ...placed, id: newPin, mark: "+", label: "The new pin" });

  const leave = () => {
    setPlaced(null);
    setIsPlacing(false);
    setChosen(null);
  };
  const room: CommentRoom = {
    key: `proof.${shown.id}`,
    me: proof.me,
    members: proof.members,
    customer: proof.job.customer.name,
    mayComment: proof.may.comment,
    shop: proof.shop,
    say: async (said) => {
      const spot = said.parentId ? null : placed;
      const answer = await addProofCommentAction({ ...said, ...spot, versionId: shown.id });
      if (answer.ok && spot) setPlaced(null);
      return answer;
    },
  };
  const choose = ({ head }: ProofThread) => {
    if (head.page && head.page !== look.page) look.onPage(head.page);
    setChosen(head.id);
  };

  return (
    <DropZone
      onFiles={setAdded}
      isOff={!may}
      invitation={`Drop version ${newest.number + 1} here`}
      className="relative flex min-h-[calc(100dvh-var(--bottom-bar,0px))] flex-col bg-surface lg:h-dvh"
    >
      <JobLive number={proof.job.number} seq={0} />
      <ProofHead
        proof={proof}
        newest={newest}
        may={may}
        onAsk={() => setIsAsking(true)}
        onAdd={() => setAdded([])}
      />
      {proof.isRetired && (
        <Notice
          title="This proof was taken away"
          className="m-3"
          action={
            proof.may.ask && (
              <Button
                size="sm"
                onClick={() => act("The proof is back", () => restoreProofAction({ proofId: proof.id }))}
              >
                Put it back
              </Button>
            )
          }
        />
      )}
      <div className="min-h-0 flex-1 lg:grid lg:grid-cols-[minmax(0,1fr)_380px]">
        <div
          style={
            {
              "--picture": `${pictureHeight(shown.pages[look.page - 1], beside !== undefined)}vw`,
            } as CSSProperties
          }
          onKeyDown={(event) => event.key === "Escape" && setIsPlacing(false)}
          className="flex h-[clamp(300px,calc(var(--picture)+108px),68dvh)] min-w-0 flex-col lg:h-full lg:min-h-0"
        >
          <VersionTabs
            versions={proof.versions}
            shown={shown.number}
            onShow={(number) => {
              leave();
              show(number);
            }}
            isComparing={beside !== undefined}
            onCompare={() => {
              leave();
              compare();
            }}
          />
          <ProofStage
            {...look}
            title={proof.title}
            version={shown}
            beside={beside}
            versions={proof.versions}
            onBeside={compareWith}
            pins={pins}
            chosen={placed ? newPin : chosen}
            onChoose={(id) => id !== newPin && setChosen(id)}
            onPlacing={proof.may.comment ? () => setIsPlacing(!isPlacing) : undefined}
            isPlacing={isPlacing}
            onPlace={(pin) => {
              setPlaced(pin);
              setIsPlacing(false);
              setChosen(null);
            }}
          />
        </div>
        <div className="flex flex-col gap-6 border-t bg-paper p-4 lg:overflow-y-auto lg:border-t-0 lg:border-l">
          <ProofStanding
            key={shown.id}
            proof={proof}
            version={shown}
            now={now}
            isNewest={isNewest}
            onAsk={() => setIsAsking(true)}
          />
          <ProofComments
            room={room}
            threads={threads}
            now={now}
            chosen={chosen}
            onChoose={choose}
            placed={placed}
            onUnplace={() => setPlaced(null)}
            isPaged={shown.pages.length > 1}
          />
          <EarlierDecisions
            proof={proof}
            shown={isDecided(shown.state) || !isNewest ? shown.decisions[0]?.id : undefined}
            now={now}
          />
        </div>
      </div>
      {isAsking && <AskDialog proof={proof} version={newest} onClose={() => setIsAsking(false)} />}
      {added && (
        <AddProofDialog
          job={proof.job.number}
          of={{ proofId: proof.id, title: proof.title, number: newest.number + 1 }}
          first={added}
          onClose={() => setAdded(null)}
        />
      )}
    </DropZone>
  );
}

/** How high a page is where it is as wide as a phone's window, in hundredths of that; two above one another twice that. */
const pictureHeight = (page: ProofPageView | undefined, isDouble: boolean) =>
  page ? Math.round((page.height / page.width) * (isDouble ? 200 : 100)) : 100;
