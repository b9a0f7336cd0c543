import { z } from "zod";
import { commentVisibilities } from "@/db/vocabulary";
import { jobNumber } from "../jobs/input";

export const body = z
  .string()
  .trim()
  .min(1, "Write something first.")
  .max(10_000, "At most 10,000 characters.");
export const mentions = z.array(z.uuid()).max(50, "At most 50 people in one comment.").default([]);

export const newCommentInput = z.object({
  /** Makes a second press of the button the same comment. */
  onceId: z.uuid().optional(),
  number: jobNumber,
  parentId: z.uuid().nullish(),
  body,
  visibility: z.enum(commentVisibilities).default("internal"),
  mentions,
});

export const editCommentInput = z.object({ commentId: z.uuid(), body, mentions });
export const oneCommentInput = z.object({ commentId: z.uuid() });

export type NewCommentInput = z.output<typeof newCommentInput>;
export type EditCommentInput = z.output<typeof editCommentInput>;
export type OneCommentInput = z.output<typeof oneCommentInput>;
