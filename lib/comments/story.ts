import type { CommentVisibility } from "@/db/vocabulary";

export const storyFilters = ["all", "comments", "history"] as const;
export type StoryFilter = (typeof storyFilters)[number];

export type SaidComment = {
  id: string;
  memberId: string | null;
  author: string;
  /** Empty when it was taken back. */
  body: string;
  visibility: CommentVisibility;
  mentions: { id: string; name: string }[];
  at: string;
  isEdited: boolean;
  isTakenBack: boolean;
};

export type StoryAbout = "move" | "people" | "file" | "comment" | "change";

export type StoryEntry =
  | {
      kind: "line";
      seq: number;
      at: string;
      about: StoryAbout;
      who: string;
      words: string;
      commentId?: string;
    }
  | { kind: "thread"; seq: number; at: string; head: SaidComment; replies: SaidComment[] };

/** A stretch of a job's story, newest first. `before` asks for the next one; null at the beginning of the job. */
export type Story = { entries: StoryEntry[]; before: number | null };

export const entriesOnPage = 40;
