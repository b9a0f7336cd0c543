import type { Gloss, Texture } from "@/db/vocabulary";

/** "satin fine texture"; smooth goes without saying. */
export const surfaceWords = (gloss: Gloss | null, texture: Texture) =>
  [gloss, texture === "smooth" && gloss ? "" : texture].filter(Boolean).join(" ");
