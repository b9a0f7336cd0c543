"use client";
import clsx from "clsx";
import { type ReactNode, useState } from "react";
import { useSend } from "@/components/answers/use-send";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Td } from "@/components/ui/table";
import { retireStageAction } from "@/lib/stages/actions";
import type { StageLine } from "@/lib/stages/list-stages";
import { StageDialog } from "./stage-dialog";
import { stageKindNames } from "./stage-kind-names";

export function StageRow({ stage, children }: { stage: StageLine; children: ReactNode }) {
  const send = useSend();
  const [open, setOpen] = useState<"edit" | "retire" | null>(null);
  const { id, name, kind, wipLimit, onBoard } = stage;
  return (
    <tr>
      <Td className="w-16">{children}</Td>
      <Td className="font-medium max-md:basis-[calc(100%-80px)]">
        <span className="flex items-center gap-2">
          {name}
          {stage.requiresProof && (
            <Badge tip="A job goes there, or past it, only with its proofs approved">Proof</Badge>
          )}
        </span>
      </Td>
      <Td className="text-ink-muted">{stageKindNames[kind].name}</Td>
      <Td
        className={clsx(stage.isShownToCustomer && !stage.customerName && "max-md:hidden")}
        data-label="Customers read"
      >
        {stage.isShownToCustomer ? (
          stage.customerName || <span className="text-ink-muted">{name}</span>
        ) : (
          <span className="text-ink-faint">Not shown</span>
        )}
      </Td>
      <Td align="right" className={clsx(wipLimit === null && "max-md:hidden")} data-label="Limit">
        {wipLimit ?? <span className="text-ink-faint">–</span>}
      </Td>
      <Td align="right" data-label="On the board">
        {onBoard}
      </Td>
      <Td align="right" className="max-md:ml-auto">
        <span className="flex justify-end gap-1">
          <Button size="sm" variant="quiet" aria-label={`Edit ${name}`} onClick={() => setOpen("edit")}>
            Edit
          </Button>
          <Button size="sm" variant="quiet" aria-label={`Retire ${name}`} onClick={() => setOpen("retire")}>
            Retire
          </Button>
        </span>
        <StageDialog isOpen={open === "edit"} onClose={() => setOpen(null)} stage={stage} />
        <ConfirmDialog
          isOpen={open === "retire"}
          onClose={() => setOpen(null)}
          title={`Retire ${name}?`}
          confirm="Retire"
          onConfirm={() => send(retireStageAction({ id }), `${name} is off the board`)}
        >
          It leaves the board. The history of the jobs that went through it stays.
        </ConfirmDialog>
      </Td>
    </tr>
  );
}
