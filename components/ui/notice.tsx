import clsx from "clsx";
import type { ReactNode } from "react";
import { Icon } from "./icon";

type NoticeTone = "plain" | "late" | "risk" | "done";

const looks = {
  plain: { icon: "info", frame: "border-line bg-surface", mark: "text-ink-muted" },
  late: { icon: "circle-exclamation-point", frame: "border-late-ink/30 bg-late-wash", mark: "text-late-ink" },
  risk: {
    icon: "triangle-exclamation-point",
    frame: "border-risk-ink/30 bg-risk-wash",
    mark: "text-risk-ink",
  },
  done: { icon: "circle-check", frame: "border-done-ink/30 bg-done-wash", mark: "text-done-ink" },
} as const;

type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** Something to know before going on: what happened, what was kept, what to do. */
export function Notice({ tone = "plain", title, children, action, className }: NoticeProps) {
  const { icon, frame, mark } = looks[tone];
  return (
    <div
      role={tone === "late" ? "alert" : "status"}
      className={clsx("flex items-start gap-2.5 rounded-sm border px-3 py-2.5", frame, className)}
    >
      <Icon name={icon} size={16} className={clsx("mt-0.5 shrink-0", mark)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action}
    </div>
  );
}
