export const columnsCookie = (list: string) => `coatyard.${list}.columns`;

export function rememberColumns(list: string, columns: string[]): void {
  const isSecure = location.protocol === "https:" ? "; secure" : "";
  const value = columns.join(".");
  document.cookie = `${columnsCookie(list)}=${value}; path=/; max-age=31536000; samesite=lax${isSecure}`;
}
