"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { recordInspectionAction, takeBackInspectionAction } from "@/lib/jobs/actions";
import { type JobView, nextStage, type ViewedStage } from "@/lib/jobs/job-view";
import type { Moved } from "@/lib/jobs/move-job";
import { attempt, sayRefusal } from "../answers/attempt";
import { OverrideDialog } from "../board/override-dialog";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Menu, MenuItem } from "../ui/menu";
import { toast, toastUndo } from "../ui/toast";
import { InspectionDialog } from "./inspection-dialog";
import { moveTo } from "./move-to";

/** The one button that carries a job on, every other stage beside it, and the inspector's verdict where one is due. */
export function NextStep({ job }: { job: JobView }) {
  const router = useRouter();
  const [isMoving, start] = useTransition();
  const [refused, setRefused] = useState<{ stage: ViewedStage; message: string } | null>(null);
  const [verdict, setVerdict] = useState<"pass" | "fail" | null>(null);
  const next = nextStage(job.stages, job.stage);
  const isDue = job.stage.kind === "inspecting" && job.passedAt === null;

  const move = (stage: ViewedStage, overrideReason?: string, verdictGiven = false) =>
    start(async () => {
      const request = {
        fromStageId: job.stage.id,
        toStageId: stage.id,
        placement: job.placement,
        overrideReason,
      };
      const answer = await attempt(() => moveTo(job.number, request));
      if (answer.ok) offerUndo(answer.value, stage, verdictGiven);
      else if (answer.detail?.mayOverride) setRefused({ stage, message: answer.message });
      else toast.problem(answer.message);
      router.refresh();
    });

  const offerUndo = ({ previous, stageId, placement }: Moved, stage: ViewedStage, verdictGiven: boolean) => {
    const said = `${job.number} ${verdictGiven ? "passed and " : ""}is in ${stage.name}`;
    toastUndo(said, async () => {
      const back = {
        fromStageId: stageId,
        toStageId: previous.stageId,
        placement,
        afterNumber: previous.afterNumber,
      };
      const isBack = await sayRefusal(attempt(() => moveTo(job.number, { ...back, isUndo: true })));
      if (isBack && verdictGiven) await takeBack();
      router.refresh();
    });
  };

  const takeBack = () => sayRefusal(attempt(() => takeBackInspectionAction({ number: job.number })));
  const inspect = async (isPass: boolean, note: string) => {
    setVerdict(null);
    const answer = await attempt(() => recordInspectionAction({ number: job.number, isPass, note }));
    if (!answer.ok) return toast.problem(answer.message);
    if (isPass && next) return move(next, undefined, true);
    toastUndo(`${job.number} ${isPass ? "passed" : "failed"} inspection`, takeBack);
  };

  if (!job.may.move) return null;
  return (
    <div className="flex items-center gap-1.5 print:hidden">
      {isDue && (
        <>
          <Button icon={<Icon name="circle-x" size={16} />} onClick={() => setVerdict("fail")}>
            Fail
          </Button>
          <Button
            variant="primary"
            icon={<Icon name="check" size={16} />}
            isPending={isMoving}
            onClick={() => setVerdict("pass")}
          >
            Pass
          </Button>
        </>
      )}
      {!isDue && next && (
        <Button variant="primary" isPending={isMoving} onClick={() => move(next)}>
          Move to {next.name}
        </Button>
      )}
      <Menu
        label={`Move ${job.number} to`}
        trigger={
          <Button data-job-key="m" data-tip="Move to…" data-tip-keys="M" className="px-2">
            <span className={next || isDue ? "sr-only" : ""}>Move to…</span>
            <Icon name="chevron-down" size={16} />
          </Button>
        }
      >
        {job.stages.map((stage) => (
          <MenuItem
            key={stage.id}
            isChosen={stage.id === job.stage.id}
            isDisabled={stage.id === job.stage.id}
            onSelect={() => move(stage)}
          >
            {stage.name}
          </MenuItem>
        ))}
      </Menu>
      {verdict && (
        <InspectionDialog
          isPass={verdict === "pass"}
          number={job.number}
          nextName={next?.name ?? null}
          onRecord={(note) => inspect(verdict === "pass", note)}
          onClose={() => setVerdict(null)}
        />
      )}
      {refused && (
        <OverrideDialog
          message={refused.message}
          onOverride={(reason) => {
            move(refused.stage, reason);
            setRefused(null);
          }}
          onClose={() => setRefused(null)}
        />
      )}
    </div>
  );
}
