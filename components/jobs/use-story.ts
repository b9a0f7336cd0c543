import { useEffect, useState } from "react";
import { entriesOnPage, type Story, type StoryFilter } from "@/lib/comments/story";
import { toast } from "../ui/toast";

/**
 * A job's story as far as it has been opened: the first page comes with the job, more is fetched when asked for, and
 * when the job changes what was opened is read again.
 */
export function useStory(number: number, first: Story) {
  const [filter, setFilter] = useState<StoryFilter>("all");
  const [count, setCount] = useState(entriesOnPage);
  const [read, setRead] = useState<{ of: Story; filter: StoryFilter; story: Story } | null>(null);
  const [isLoading, setIsLoading] = useState(false);
  const isFirst = filter === "all" && count === entriesOnPage;

  useEffect(() => {
    if (isFirst) return setRead(null);
    const stop = new AbortController();
    setIsLoading(true);
    readStory(number, filter, count, stop.signal)
      .then((story) => setRead({ of: first, filter, story }))
      .catch(() => stop.signal.aborted || toast.problem("The rest of the story did not come. Try again."))
      .finally(() => stop.signal.aborted || setIsLoading(false));
    return () => stop.abort();
  }, [number, filter, count, first, isFirst]);

  const story = isFirst || read?.filter !== filter ? first : read.story;
  const isOther = !isFirst && read?.filter !== filter && filter !== "all";
  return {
    story: isOther ? { entries: [], before: null } : story,
    filter,
    isLoading,
    choose: (next: StoryFilter) => {
      setCount(entriesOnPage);
      setFilter(next);
    },
    more: () => setCount((now) => now + entriesOnPage),
  };
}

async function readStory(
  number: number,
  filter: StoryFilter,
  limit: number,
  signal: AbortSignal,
): Promise<Story> {
  const query = new URLSearchParams({ filter, limit: String(Math.min(limit, 500)) });
  const response = await fetch(`/api/jobs/${number}/story?${query}`, { signal });
  if (!response.ok) throw new Error(`story: ${response.status}`);
  return response.json();
}
