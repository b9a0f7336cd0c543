"use client";
import clsx from "clsx";
import { useEffect, useRef } from "react";
import { CommentComposer } from "../jobs/comment-composer";
import type { CommentRoom } from "../jobs/comment-room";
import { CommentThread } from "../jobs/comment-thread";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Section } from "../ui/section";
import type { PlacedPin } from "./canvas-frame";
import type { ProofThread } from "./proof-pins";

type ProofCommentsProps = {
  room: CommentRoom;
  threads: readonly ProofThread[];
  now: string;
  chosen: string | null;
  onChoose: (thread: ProofThread) => void;
  /** The spot a new comment will hang on. */
  placed: PlacedPin | null;
  onUnplace: () => void;
  /** There is more than one page. */
  isPaged: boolean;
};

/** What is said about a version, beside its pins; whoever is a customer's is told from what only the shop reads. */
export function ProofComments(props: ProofCommentsProps) {
  const { room, threads, now, chosen, onChoose, placed, onUnplace, isPaged } = props;
  const composer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!placed) return;
    composer.current?.scrollIntoView({ block: "nearest" });
    composer.current?.querySelector("textarea")?.focus({ preventScroll: true });
  }, [placed]);
  useEffect(() => {
    if (chosen) document.getElementById(`thread-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  return (
    <Section title="Comments" count={threads.length || undefined}>
      <ol className="flex flex-col gap-2.5">
        {threads.map((thread) => (
          <li
            key={thread.head.id}
            id={`thread-${thread.head.id}`}
            className={clsx(
              "scroll-mt-4 scroll-mb-[calc(var(--bottom-bar)+16px)] rounded-lg",
              thread.head.id === chosen && "outline-2 outline-offset-2 outline-accent",
            )}
          >
            <CommentThread
              room={room}
              thread={thread}
              now={now}
              mark={thread.pin && <PinMark thread={thread} onChoose={() => onChoose(thread)} />}
            />
          </li>
        ))}
      </ol>
      {room.mayComment && (
        <div
          ref={composer}
          className={clsx(
            "scroll-mt-4 scroll-mb-[calc(var(--bottom-bar)+16px)]",
            threads.length > 0 && "mt-3",
          )}
        >
          {placed && (
            <p className="mb-1.5 flex items-center gap-1.5 text-accent-ink">
              <Icon name="map-pin" size={14} />
              {isPaged ? `For the pin on page ${placed.page}` : "For the pin"}
              <Button
                size="sm"
                variant="quiet"
                icon={<Icon name="x" size={12} />}
                className="ml-auto"
                onClick={onUnplace}
              >
                Without the pin
              </Button>
            </p>
          )}
          <CommentComposer room={room} />
        </div>
      )}
    </Section>
  );
}

function PinMark({ thread: { head, pin }, onChoose }: { thread: ProofThread; onChoose: () => void }) {
  const isInternal = head.visibility === "internal";
  return (
    <button
      type="button"
      onClick={onChoose}
      aria-label={`Show pin ${pin?.mark}`}
      className={clsx(
        "flex h-6 min-w-6 items-center justify-center gap-0.5 border-2 px-1 text-xs font-semibold pointer-coarse:h-9 pointer-coarse:min-w-9",
        isInternal ? "rounded-sm border-dashed border-ink" : "rounded-full border-risk-ink text-risk-ink",
      )}
    >
      {isInternal && <Icon name="lock" size={10} />}
      {pin?.mark}
    </button>
  );
}
