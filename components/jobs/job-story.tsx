"use client";
import type { Story, StoryAbout, StoryEntry, StoryFilter } from "@/lib/comments/story";
import type { JobView } from "@/lib/jobs/job-view";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-names";
import { RelativeTime } from "../ui/relative-time";
import { CommentComposer } from "./comment-composer";
import { roomOfJob } from "./comment-room";
import { CommentThread } from "./comment-thread";
import { useStory } from "./use-story";

const filters: [StoryFilter, string][] = [
  ["all", "Everything"],
  ["comments", "Comments"],
  ["history", "History"],
];

/** The right of the job: what was said and what happened, newest first, and where to say more. */
export function JobStory({ job, first, now }: { job: JobView; first: Story; now: string }) {
  const room = roomOfJob(job);
  const { story, filter, isLoading, choose, more } = useStory(job.number, first);
  return (
    <section aria-label="Story" className="flex min-w-0 flex-col gap-3 p-4 @2xl:p-6 print:p-0">
      <div className="flex items-center gap-2">
        <h2 className="font-semibold">Story</h2>
        <fieldset className="ml-auto flex rounded-sm border p-0.5 print:hidden">
          <legend className="sr-only">Show</legend>
          {filters.map(([value, name]) => (
            <label
              key={value}
              className="flex h-6 items-center rounded-sm px-2 text-xs text-ink-muted has-checked:bg-press has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 pointer-coarse:h-9"
            >
              <input
                type="radio"
                className="sr-only"
                name={`${job.number}-story`}
                checked={filter === value}
                onChange={() => choose(value)}
              />
              {name}
            </label>
          ))}
        </fieldset>
      </div>
      {job.may.comment && filter !== "history" && <CommentComposer room={room} />}
      <ol className="flex flex-col gap-2.5" aria-busy={isLoading}>
        {story.entries.map((entry) => (
          <li key={entry.seq}>
            {entry.kind === "thread" ? (
              <CommentThread room={room} thread={entry} now={now} />
            ) : (
              <StoryLine job={job} line={entry} now={now} />
            )}
          </li>
        ))}
      </ol>
      {story.entries.length === 0 && !isLoading && (
        <p className="text-ink-faint">
          {filter === "comments" ? "Nobody has said anything yet." : "Nothing yet."}
        </p>
      )}
      {story.before !== null && (
        <Button variant="quiet" className="self-start print:hidden" isPending={isLoading} onClick={more}>
          Show earlier
        </Button>
      )}
    </section>
  );
}

type LineProps = { job: JobView; line: Extract<StoryEntry, { kind: "line" }>; now: string };

function StoryLine({ job, line, now }: LineProps) {
  const words = (
    <>
      <span className="font-medium text-ink">{line.who}</span> {line.words}
    </>
  );
  return (
    <div className="flex gap-2 px-3 text-ink-muted">
      <Icon name={icons[line.about]} size={14} className="mt-1 shrink-0 text-ink-faint" />
      <p className="min-w-0 flex-1 break-words">
        {line.commentId ? (
          <a href={`#comment-${line.commentId}`} className="hover:underline">
            {words}
          </a>
        ) : (
          words
        )}{" "}
        <RelativeTime
          at={line.at}
          now={now}
          zone={job.shop.timeZone}
          locale={job.shop.locale}
          className="text-xs whitespace-nowrap text-ink-faint"
        />
      </p>
    </div>
  );
}

const icons: Record<StoryAbout, IconName> = {
  move: "arrow-right",
  people: "users",
  file: "paperclip",
  comment: "message-square",
  change: "pencil",
};
