import clsx from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type NoticeTone = "plain" | "late" | "risk" | "done";

const looks = {
  plain: { Icon: Info, frame: "border-line bg-surface", mark: "text-ink-muted" },
  late: { Icon: CircleAlert, frame: "border-late-ink/30 bg-late-wash", mark: "text-late-ink" },
  risk: { Icon: TriangleAlert, frame: "border-risk-ink/30 bg-risk-wash", mark: "text-risk-ink" },
  done: { Icon: CircleCheck, frame: "border-done-ink/30 bg-done-wash", mark: "text-done-ink" },
};

type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** Something to know before going on: what happened, what was kept, what to do. */
export function Notice({ tone = "plain", title, children, action, className }: NoticeProps) {
  const { Icon, frame, mark } = looks[tone];
  return (
    <div
      role={tone === "late" ? "alert" : "status"}
      className={clsx("flex items-start gap-2.5 rounded-sm border px-3 py-2.5", frame, className)}
    >
      <Icon size={16} className={clsx("mt-0.5 shrink-0", mark)} aria-hidden />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action}
    </div>
  );
}
