type SaidProps = { author: string; isFromShop: boolean; isMine: boolean; body: string; at: string };

/** What somebody said, and which side they are on. */
export function Said({ author, isFromShop, isMine, body, at }: SaidProps) {
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{isMine ? "You" : author}</span>
        {isFromShop && <span className="text-xs text-ink-muted">from the shop</span>}
        <span className="text-xs text-ink-muted">{at}</span>
      </p>
      <p className="break-words whitespace-pre-line">{body}</p>
    </div>
  );
}
