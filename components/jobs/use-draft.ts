import { useEffect, useState } from "react";

/** Words kept on this device while they are not sent, so that a reload or a sign-in loses none. */
export function useDraft(key: string): [string, (text: string) => void] {
  const [text, setText] = useState("");
  const storageKey = `coatyard.draft.${key}`;
  useEffect(() => setText(sessionStorage.getItem(storageKey) ?? ""), [storageKey]);
  const keep = (next: string) => {
    setText(next);
    if (next) sessionStorage.setItem(storageKey, next);
    else sessionStorage.removeItem(storageKey);
  };
  return [text, keep];
}
