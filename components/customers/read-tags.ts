/** Tags as somebody types them, with commas between; each once, however it is capitalised. */
export function readTags(typed: string): string[] {
  const tags = new Map<string, string>();
  for (const tag of typed.split(/[,;\n]/)) {
    const trimmed = tag.trim().replace(/\s+/g, " ");
    if (trimmed !== "" && !tags.has(trimmed.toLowerCase())) tags.set(trimmed.toLowerCase(), trimmed);
  }
  return [...tags.values()];
}
