import "server-only";
import { refresh } from "next/cache";
import type { Answer } from "./answer";

/** An action whose answer brings the page as it is after the change, so that what was typed never flickers back. */
export function refreshingAction<Raw, T>(
  action: (raw: Raw) => Promise<Answer<T>>,
): (raw: Raw) => Promise<Answer<T>> {
  return async (raw) => {
    const answer = await action(raw);
    if (answer.ok) refresh();
    return answer;
  };
}
