/** A message's text after it has left: a link that signs someone in is not kept, as it is not kept elsewhere either. */
export function withoutSecrets(text: string): string {
  return text.replace(/\/(invite|reset|a|portal\/enter)\/[A-Za-z0-9_-]{43}/g, "/$1/…");
}
