import type { Answer } from "@/lib/entry/answer";
import { toast, toastUndo } from "../ui/toast";

/** A change as the server answers it; a server that cannot be reached is an answer too. */
export async function attempt<T>(change: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await change();
  } catch {
    return {
      ok: false,
      code: "failed",
      message: "The shop's server did not answer. Look whether it was done before you try again.",
    };
  }
}

/** Makes a change that can be taken back: says what was done and offers Undo, or says why not. */
export async function changeWithUndo<T>(
  said: string,
  change: () => Promise<Answer<T>>,
  undo: (value: T) => Promise<Answer<unknown>>,
): Promise<Answer<T>> {
  const answer = await attempt(change);
  if (answer.ok) toastUndo(said, () => sayRefusal(attempt(() => undo(answer.value))));
  else toast.problem(answer.message);
  return answer;
}

/** Says why not, if it was refused; whether it was done. */
export async function sayRefusal(asked: Promise<Answer<unknown>>): Promise<boolean> {
  const answer = await asked;
  if (!answer.ok) toast.problem(answer.message);
  return answer.ok;
}

/** Asks where to go next and goes there, or says why not; whether it went. */
export async function goWhere(asked: Promise<Answer<{ to: string }>>): Promise<boolean> {
  const answer = await attempt(() => asked);
  if (answer.ok) location.assign(answer.value.to);
  else toast.problem(answer.message);
  return answer.ok;
}
