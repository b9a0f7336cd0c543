import { fileAddress } from "@/lib/files/limits";

export const downloadAddress = (id: string) => `${fileAddress(id)}?download`;

/** Says that somebody follows a download link; the link works without. */
export function tellDownload(id: string): void {
  void fetch(`${fileAddress(id)}/downloads`, { method: "POST", keepalive: true }).catch(() => undefined);
}

export function downloadFile(id: string): void {
  tellDownload(id);
  const link = document.createElement("a");
  link.href = downloadAddress(id);
  link.download = "";
  link.click();
}
