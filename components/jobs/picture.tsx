import type { ComponentProps } from "react";

/** A picture as the shop's own server sends it: already small, and behind the reader's session. */
export function Picture({ alt, ...rest }: ComponentProps<"img"> & { alt: string }) {
  // biome-ignore lint/performance/noImgElement: next/image could not fetch it, nor make it smaller
  return <img {...rest} alt={alt} />;
}
