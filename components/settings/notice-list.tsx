"use client";
import Link from "next/link";
import { useOptimistic, useTransition } from "react";
import { useSend } from "@/components/answers/use-send";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/section";
import { changeNoticeAction } from "@/lib/messages/actions";
import { noticeDefaults } from "@/lib/messages/notice-defaults";
import type { Notice } from "@/lib/messages/read-notices";

const groups = [
  { title: "Proofs", begins: "proof-" },
  { title: "Jobs", begins: "job-" },
];

/** What customers are told of by e-mail: each switched on or off here, and worded on a page of its own. */
export function NoticeList({ notices }: { notices: Notice[] }) {
  return (
    <div className="grid gap-6">
      {groups.map(({ title, begins }) => (
        <Section key={begins} title={title}>
          <ul className="divide-y rounded-lg border bg-surface">
            {notices
              .filter(({ kind }) => kind.startsWith(begins))
              .map((notice) => (
                <NoticeLine key={notice.kind} notice={notice} />
              ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const send = useSend();
  const [, start] = useTransition();
  const [isOn, show] = useOptimistic(notice.isOn);
  const { name, when } = noticeDefaults[notice.kind];
  const { kind, subject, words, version } = notice;
  const change = (wanted: boolean) =>
    start(async () => {
      show(wanted);
      const said = `${name}: ${wanted ? "on" : "off"}`;
      await send(changeNoticeAction({ kind, subject, words, version, isOn: wanted }), said);
    });
  return (
    <li className="flex items-center gap-4 px-4 py-3">
      <div className="min-w-0 flex-1">
        <Link
          href={`/settings/messages/${kind}`}
          className="inline-flex min-h-6 items-center font-medium hover:underline"
        >
          {name}
        </Link>
        {notice.isOwn && (
          <Badge tone="accent" className="ml-2">
            your words
          </Badge>
        )}
        <p className="text-ink-muted">{when}</p>
      </div>
      <label className="grid min-h-6 min-w-9 place-items-center pointer-coarse:min-h-11">
        <span className="sr-only">Send “{name}”</span>
        <input
          type="checkbox"
          role="switch"
          className="ui-switch"
          checked={isOn}
          onChange={(event) => change(event.target.checked)}
        />
      </label>
    </li>
  );
}
