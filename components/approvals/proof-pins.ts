import type { ProofCommentView, ProofVersionView } from "@/lib/approvals/proof-view";
import type { CanvasPin } from "./canvas-pin";

export type ProofThread = { head: ProofCommentView; replies: ProofCommentView[]; pin: CanvasPin | null };

/** The talk about a version: threads in the order they began, those with a spot on a page numbered as pins. */
export function threadsOf({ comments }: Pick<ProofVersionView, "comments">): ProofThread[] {
  const heads = comments
    .filter((one) => one.parentId === null)
    .sort((one, other) => one.at.localeCompare(other.at));
  let pins = 0;
  return heads.map((head) => ({
    head,
    replies: comments
      .filter((one) => one.parentId === head.id)
      .sort((one, other) => one.at.localeCompare(other.at)),
    pin: isPin(head) ? pinOf(head, ++pins) : null,
  }));
}

type Pinned = ProofCommentView & { page: number; x: number; y: number };
const isPin = (one: ProofCommentView): one is Pinned => one.page !== null && one.x !== null && one.y !== null;

const pinOf = ({ id, page, x, y, author, body, visibility }: Pinned, number: number): CanvasPin => ({
  id,
  page,
  x,
  y,
  mark: String(number),
  label: `${author}: ${body.length > 80 ? `${body.slice(0, 80)}…` : body || "taken back"}`,
  visibility,
});
