import type { CommentVisibility } from "@/db/vocabulary";
import { addCommentAction } from "@/lib/comments/actions";
import type { Answer } from "@/lib/entry/answer";
import type { JobView } from "@/lib/jobs/job-view";

export type Said = {
  onceId: string;
  parentId?: string;
  body: string;
  visibility: CommentVisibility;
  mentions: string[];
};

/** Where people speak, a job or a proof of it: who is there, who of the customer reads along, and how a comment is kept. */
export type CommentRoom = {
  /** Names the room: what is typed in it is kept under this. */
  key: string;
  me: string;
  members: { id: string; name: string }[];
  customer: string;
  mayComment: boolean;
  shop: { timeZone: string; locale: string };
  say: (said: Said) => Promise<Answer<{ id: string }>>;
};

export const roomOfJob = ({ number, me, members, customer, may, shop }: JobView): CommentRoom => ({
  key: String(number),
  me,
  members,
  customer: customer.name,
  mayComment: may.comment,
  shop,
  say: (said) => addCommentAction({ ...said, number }),
});
