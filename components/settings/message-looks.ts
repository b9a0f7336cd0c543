import type { MessageState } from "@/db/schema/messages";
import type { Tone } from "../ui/badge";

/** What became of a message, in a word. */
export const messageLooks: Record<MessageState, { name: string; tone: Tone }> = {
  waiting: { name: "waiting", tone: "plain" },
  sent: { name: "sent", tone: "done" },
  kept: { name: "kept here", tone: "accent" },
  failed: { name: "failed", tone: "late" },
};
