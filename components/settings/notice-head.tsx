import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import type { NoticeKind } from "@/db/vocabulary";
import { noticeDefaults } from "@/lib/messages/notice-defaults";

/** Which notice is worded here, when it is sent, and the way back to the others. */
export function NoticeHead({ kind, isOn }: { kind: NoticeKind; isOn: boolean }) {
  const { name, when } = noticeDefaults[kind];
  return (
    <div className="mb-4">
      <Link
        href="/settings/messages"
        className="inline-flex min-h-6 items-center text-xs text-ink-muted hover:text-ink hover:underline"
      >
        All messages
      </Link>
      <h2 className="flex items-center gap-2 text-base font-semibold">
        {name}
        {!isOn && <Badge>off</Badge>}
      </h2>
      <p className="text-ink-muted">{when}</p>
    </div>
  );
}
