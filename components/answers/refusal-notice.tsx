import { Notice } from "@/components/ui/notice";

/** What was refused, said aloud; nothing when nothing was. */
export function RefusalNotice({ message }: { message?: string }) {
  return message ? <Notice tone="late">{message}</Notice> : null;
}
