"use client";
import { useOptimistic, useTransition } from "react";
import { useSend } from "@/components/answers/use-send";
import { IconButton } from "@/components/ui/icon-button";
import { Table, Th } from "@/components/ui/table";
import { orderStagesAction } from "@/lib/stages/actions";
import type { StageLine } from "@/lib/stages/list-stages";
import { Icon } from "../ui/icon";
import { StageRow } from "./stage-row";

/** The board's columns in their order; each is renamed, limited, moved and retired here. */
export function StageList({ stages }: { stages: StageLine[] }) {
  const send = useSend();
  const [, start] = useTransition();
  const [shown, show] = useOptimistic(stages);
  const move = (from: number, to: number) => {
    const next = [...shown];
    next.splice(to, 0, ...next.splice(from, 1));
    start(async () => {
      show(next);
      await send(orderStagesAction({ ids: next.map((one) => one.id) }), "The order is changed");
    });
  };
  return (
    <Table caption={`Stages, ${shown.length}`} isWide isStacked>
      <thead>
        <tr>
          <Th>
            <span className="sr-only">Order</span>
          </Th>
          <Th>Stage</Th>
          <Th>Kind</Th>
          <Th>Customers read</Th>
          <Th align="right">Limit</Th>
          <Th align="right">On the board</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {shown.map((stage, index) => (
          <StageRow key={stage.id} stage={stage}>
            <span className="flex">
              <IconButton
                label={`Move ${stage.name} up`}
                size="sm"
                disabled={index === 0}
                onClick={() => move(index, index - 1)}
              >
                <Icon name="arrow-up" size={14} />
              </IconButton>
              <IconButton
                label={`Move ${stage.name} down`}
                size="sm"
                disabled={index === shown.length - 1}
                onClick={() => move(index, index + 1)}
              >
                <Icon name="arrow-down" size={14} />
              </IconButton>
            </span>
          </StageRow>
        ))}
      </tbody>
    </Table>
  );
}
