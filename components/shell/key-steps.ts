import { places } from "./places";

/** What single keys do everywhere. A page adds its own on top; all of them stand in the list that ? opens. */
type KeyStep = { go: string } | { open: "menu" | "keys" } | "search" | "wait" | null;

/** What a key means, after G or alone. Letters are read as typed, so that every keyboard layout finds them. */
export function keyStep(key: string, isAfterG: boolean): KeyStep {
  if (isAfterG) {
    const place = places.find((one) => one.key === key);
    return place ? { go: place.href } : null;
  }
  if (key === "g") return "wait";
  if (key === "c") return { go: "/jobs/new" };
  if (key === "/") return "search";
  if (key === "?") return { open: "keys" };
  return null;
}

/** True where letters are text: a field, a list to choose from, an open dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target.closest("dialog[open], [role=dialog], [role=alertdialog], [role=listbox], [role=menu]")
  ) {
    return true;
  }
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
