import type { Answer } from "@/lib/entry/answer";
import type { Moved } from "@/lib/jobs/move-job";
import type { BoardStore } from "./board-store";

export type Move = {
  number: number;
  toStageId: string;
  afterNumber: number | null;
  /** The placement the person saw when they took the card up; the newest when absent. */
  seenPlacement?: number;
  overrideReason?: string;
  isUndo?: boolean;
};

const queues = new Map<number, Promise<unknown>>();

/** Shows the move at once, sends it after any earlier move of the same card, and lets the server's answer stand. */
export function sendMove(store: BoardStore, move: Move): Promise<Answer<Moved>> {
  store.place(move.number, move.toStageId, move.afterNumber);
  const before = queues.get(move.number) ?? Promise.resolve();
  const sent = before.then(() => request(store, move));
  queues.set(move.number, sent);
  return sent.finally(() => {
    if (queues.get(move.number) === sent) queues.delete(move.number);
  });
}

async function request(store: BoardStore, move: Move): Promise<Answer<Moved>> {
  const known = store.known(move.number);
  if (!known) return { ok: false, code: "gone", message: `Job ${move.number} has left the board.` };
  const answer = await put(move, known.stageId, move.seenPlacement ?? known.placement);
  if (answer.ok) {
    const { stageId, rank, placement } = answer.value;
    store.settle(move.number, { stageId, rank, placement });
  } else {
    store.settle(move.number, answer.code === "stale" ? answer.detail : undefined);
  }
  return answer;
}

async function put(move: Move, fromStageId: string, placement: number): Promise<Answer<Moved>> {
  try {
    const { number, toStageId, afterNumber, overrideReason, isUndo } = move;
    const response = await fetch(`/api/jobs/${number}/stage`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ fromStageId, toStageId, afterNumber, placement, overrideReason, isUndo }),
    });
    return await response.json();
  } catch {
    return {
      ok: false,
      code: "failed",
      message: `The shop's server did not answer. Job ${move.number} is back where it was; try again.`,
    };
  }
}
