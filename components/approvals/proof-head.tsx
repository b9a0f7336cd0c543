"use client";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { restoreProofAction, retireProofAction } from "@/lib/approvals/actions";
import { mayAsk } from "@/lib/approvals/proof-rules";
import type { ProofVersionView, ProofView } from "@/lib/approvals/proof-view";
import { changeWithUndo } from "../answers/attempt";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuItem } from "../ui/menu";
import { proofStateNames, proofStateTones } from "./proof-words";

const RenameDialog = dynamic(() => import("./rename-dialog"));

type ProofHeadProps = {
  proof: ProofView;
  newest: ProofVersionView;
  may: boolean;
  onAsk: () => void;
  onAdd: () => void;
};

/** Which proof, of which job, how it stands, and the one thing to do next. */
export function ProofHead({ proof, newest, may, onAsk, onAdd }: ProofHeadProps) {
  const { state, isDrawn, problem } = newest;
  const isUndecided = proof.versions.every(({ decisions }) => decisions.length === 0);
  const isAskable = isDrawn && !problem && mayAsk(state) && state !== "waiting";
  const wantsVersion = state === "changes" || state === "rejected" || problem !== "";
  return (
    <header className="top-0 z-10 flex flex-wrap items-center gap-x-3 gap-y-2 border-b bg-surface px-4 py-2.5 sm:sticky">
      <div className="min-w-0 flex-1 basis-60">
        <Link
          href={`/jobs/${proof.job.number}`}
          className="inline-flex min-h-6 max-w-full items-center text-xs text-ink-muted hover:text-ink hover:underline"
        >
          <span className="truncate">
            Job {proof.job.number}, {proof.job.customer.name}
          </span>
        </Link>
        <div className="flex items-center gap-2">
          <h1 className="truncate text-lg font-semibold">{proof.title}</h1>
          <Badge tone={proofStateTones[state]}>{proofStateNames[state]}</Badge>
        </div>
      </div>
      {may && (
        <div className="flex items-center gap-2 print:hidden">
          {isUndecided && <More proof={proof} isWaiting={state === "waiting"} />}
          <Button
            variant={wantsVersion ? "primary" : "secondary"}
            icon={<Icon name="file-plus" size={16} />}
            onClick={onAdd}
          >
            New version
          </Button>
          {isAskable && (
            <Button variant="primary" icon={<Icon name="send" size={16} />} onClick={onAsk}>
              Ask for a decision
            </Button>
          )}
        </div>
      )}
    </header>
  );
}

/** What can be done to a proof until somebody decided on it. */
function More({ proof, isWaiting }: { proof: ProofView; isWaiting: boolean }) {
  const [isRenaming, setIsRenaming] = useState(false);
  const take = () =>
    changeWithUndo(
      `${proof.title} taken away`,
      () => retireProofAction({ proofId: proof.id }),
      () => restoreProofAction({ proofId: proof.id }),
    );
  return (
    <>
      <Menu
        label="Proof"
        trigger={
          <IconButton label="More">
            <Icon name="ellipsis" size={18} />
          </IconButton>
        }
      >
        <MenuItem icon={<Icon name="pencil" size={14} />} onSelect={() => setIsRenaming(true)}>
          Rename…
        </MenuItem>
        {!isWaiting && (
          <MenuItem icon={<Icon name="trash" size={14} />} onSelect={take}>
            Take the proof away
          </MenuItem>
        )}
      </Menu>
      {isRenaming && <RenameDialog proof={proof} onClose={() => setIsRenaming(false)} />}
    </>
  );
}
