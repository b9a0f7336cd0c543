import { type RefObject, useEffect, useEffectEvent, useState } from "react";

const lookEveryMs = 50;
const waitMs = 3_000;

/**
 * Asks for something to be done once no list of choices in the form is open any more: the keys that send a form first
 * take the row in sight, and its answer may still be on its way.
 */
export function useSettledChoice(form: RefObject<HTMLElement | null>, act: () => void): () => void {
  const [isAsked, setIsAsked] = useState(false);
  const look = useEffectEvent(() => {
    if (!isAsked || form.current?.querySelector("[role=combobox][aria-expanded=true]")) return;
    setIsAsked(false);
    act();
  });
  useEffect(() => {
    if (!isAsked) return;
    look();
    const timer = setInterval(() => look(), lookEveryMs);
    const end = setTimeout(() => setIsAsked(false), waitMs);
    return () => {
      clearInterval(timer);
      clearTimeout(end);
    };
  }, [isAsked]);
  return () => setIsAsked(true);
}
