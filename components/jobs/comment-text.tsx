import { commentPieces } from "@/lib/comments/comment-text";
import type { SaidComment } from "@/lib/comments/story";
import { mentionNames } from "./mention-names";

/** A comment's plain words, its links safe to follow and its people marked. */
export function CommentText({ comment }: { comment: SaidComment }) {
  const pieces = commentPieces(comment.body, mentionNames(comment.mentions));
  return (
    <p className="break-words whitespace-pre-wrap">
      {pieces.map((piece, at) => {
        const key = `${at} ${piece.kind}`;
        if (piece.kind === "mention") {
          return (
            <span key={key} className="font-semibold text-accent-ink">
              {piece.text}
            </span>
          );
        }
        if (piece.kind === "words") return <span key={key}>{piece.text}</span>;
        return (
          <a
            key={key}
            href={piece.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="break-all text-accent-ink underline underline-offset-2"
          >
            {piece.text}
          </a>
        );
      })}
    </p>
  );
}
