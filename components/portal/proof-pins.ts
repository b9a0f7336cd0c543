import type { CustomerProofComment } from "@/lib/approvals/proof-view";
import type { CanvasPin } from "../approvals/canvas-pin";

/** Numbers the pins of a proof in the order they were set. */
export function markPins(comments: CustomerProofComment[]): {
  pins: CanvasPin[];
  marks: Map<string, string>;
} {
  const pinned = comments.filter((one) => one.x !== null && one.y !== null && one.page !== null);
  const pins = pinned.map((one, index) => ({
    id: one.id,
    page: one.page as number,
    x: one.x as number,
    y: one.y as number,
    mark: String(index + 1),
    label: `${one.author}: ${one.body}`,
  }));
  return { pins, marks: new Map(pins.map(({ id, mark }) => [id, mark])) };
}
