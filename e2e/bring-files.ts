import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

/** Drops sample files on the first place that a selector finds, or pastes them there. */
export async function bringFiles(page: Page, how: "drop" | "paste", names: string[], on: string) {
  const sent = names.map((name) => ({
    name,
    bytes: readFileSync(`lib/files/fixtures/${name}`).toString("base64"),
  }));
  await page.evaluate(
    ({ how, sent, on }) => {
      const data = new DataTransfer();
      for (const { name, bytes } of sent) {
        const body = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
        data.items.add(new File([body], name));
      }
      const bubbling = { bubbles: true, cancelable: true };
      const place = document.querySelector(on);
      if (how === "drop") place?.dispatchEvent(new DragEvent("drop", { ...bubbling, dataTransfer: data }));
      else place?.dispatchEvent(new ClipboardEvent("paste", { ...bubbling, clipboardData: data }));
    },
    { how, sent, on },
  );
}
