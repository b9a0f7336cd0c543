"use client";
import { useState, useTransition } from "react";
import { editCommentAction, restoreCommentAction, retireCommentAction } from "@/lib/comments/actions";
import { mentionsIn } from "@/lib/comments/comment-text";
import type { SaidComment } from "@/lib/comments/story";
import { changeWithUndo } from "../answers/attempt";
import { Avatar } from "../ui/avatar";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuItem } from "../ui/menu";
import { RelativeTime } from "../ui/relative-time";
import { VisibilityWords } from "./comment-composer";
import type { CommentRoom } from "./comment-room";
import { CommentText } from "./comment-text";
import { MentionField } from "./mention-field";
import { mentionNames } from "./mention-names";

type OneCommentProps = { room: CommentRoom; comment: SaidComment; now: string; isHead?: boolean };

/** What one person said; its author may change it or take it back. */
export function OneComment({ room, comment, now, isHead }: OneCommentProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [isSaving, start] = useTransition();
  const isMine = comment.memberId === room.me;
  const names = mentionNames(room.members);

  const retire = () =>
    changeWithUndo(
      "Comment taken back",
      () => retireCommentAction({ commentId: comment.id }),
      () => restoreCommentAction({ commentId: comment.id }),
    );
  const save = () =>
    start(async () => {
      if (draft === null || draft.trim() === "") return;
      const say = (body: string) =>
        editCommentAction({ commentId: comment.id, body, mentions: mentionsIn(body, names) });
      const answer = await changeWithUndo(
        "Comment changed",
        () => say(draft),
        () => say(comment.body),
      );
      if (answer.ok) setDraft(null);
    });

  return (
    <article
      id={`comment-${comment.id}`}
      className="group min-w-0 scroll-mt-32 target:outline-2 target:outline-offset-4"
    >
      <header className="flex items-center gap-2">
        <Avatar name={comment.author} size="sm" isNamed />
        <span className="min-w-0 truncate font-semibold">{comment.author}</span>
        <RelativeTime
          at={comment.at}
          now={now}
          zone={room.shop.timeZone}
          locale={room.shop.locale}
          className="shrink-0 text-xs text-ink-faint"
        />
        {comment.isEdited && !comment.isTakenBack && <span className="text-xs text-ink-faint">edited</span>}
        {isHead && comment.visibility === "internal" && (
          <span className="ml-auto">
            <VisibilityWords visibility="internal" customer="" />
          </span>
        )}
        {isMine && !comment.isTakenBack && (
          <span
            className={isHead && comment.visibility === "internal" ? "print:hidden" : "ml-auto print:hidden"}
          >
            <Menu
              label="Comment"
              trigger={
                <IconButton label="Change or take back" size="sm">
                  <Icon name="ellipsis" size={14} />
                </IconButton>
              }
            >
              <MenuItem icon={<Icon name="pencil" size={14} />} onSelect={() => setDraft(comment.body)}>
                Change
              </MenuItem>
              <MenuItem icon={<Icon name="undo-2" size={14} />} onSelect={retire}>
                Take back
              </MenuItem>
            </Menu>
          </span>
        )}
      </header>
      <div className="mt-1 pl-7">
        {comment.isTakenBack ? (
          <p className="text-ink-faint italic">Taken back</p>
        ) : draft === null ? (
          <CommentText comment={comment} />
        ) : (
          <>
            <MentionField
              value={draft}
              onChange={setDraft}
              onSend={save}
              members={room.members}
              autoFocus
              aria-label="Change the comment"
              onKeyDown={(event) => event.key === "Escape" && setDraft(null)}
            />
            <div className="mt-1.5 flex gap-2">
              <Button size="sm" variant="primary" isPending={isSaving} onClick={save}>
                Save
              </Button>
              <Button size="sm" onClick={() => setDraft(null)}>
                Leave it
              </Button>
            </div>
          </>
        )}
      </div>
    </article>
  );
}
