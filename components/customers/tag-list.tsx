import { Badge } from "../ui/badge";

/** A customer's tags; those beyond the first few are counted, and told on hover. */
export function TagList({ tags, most = 20 }: { tags: readonly string[]; most?: number }) {
  const more = tags.slice(most);
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      {tags.slice(0, most).map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
      {more.length > 0 && <Badge tip={more.join(", ")}>+{more.length}</Badge>}
    </span>
  );
}
