import type { Answer } from "@/lib/entry/answer";
import type { Moved } from "@/lib/jobs/move-job";

type MoveRequest = {
  fromStageId: string;
  toStageId: string;
  placement: number;
  afterNumber?: number | null;
  overrideReason?: string;
  isUndo?: boolean;
};

/** Moves a job by the route that the board's drags use. */
export async function moveTo(number: number, request: MoveRequest): Promise<Answer<Moved>> {
  const response = await fetch(`/api/jobs/${number}/stage`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  return response.json();
}
