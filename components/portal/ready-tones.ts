import type { ReadyTone } from "@/lib/portal/ready-words";

export const readyTones: Record<ReadyTone, string> = {
  plain: "",
  late: "text-late-ink",
  done: "text-done-ink",
};
