import { Notice } from "@/components/ui/notice";

/** What was refused, said aloud; nothing when nothing was. */
export function RefusalNotice({ message }: { message?: string }) {
  return <div aria-live="polite">{message && <Notice tone="late">{message}</Notice>}</div>;
}
