import type { FileCategory, FileVisibility } from "@/db/vocabulary";
import type { Answer } from "@/lib/entry/answer";
import type { AddedFile } from "@/lib/files/add-file";
import { mostFileBytes } from "@/lib/files/limits";

type UploadTo = {
  job?: number;
  part?: string;
  customer?: string;
  category?: FileCategory;
  visibility?: FileVisibility;
};
export type Uploading<T = AddedFile> = { sent: Promise<Answer<T>>; cancel: () => void };

/** Sends one file to a job, part or customer, telling how far it has come from 0 to 1. */
export function upload(file: File, to: UploadTo, onShare: (share: number) => void): Uploading {
  const query = new URLSearchParams({ name: file.name });
  for (const [key, value] of Object.entries(to)) if (value) query.set(key, String(value));
  return putFile(`/api/files?${query}`, file, onShare);
}

/** Puts one file as it is to an address, telling how far it has come from 0 to 1. */
export function putFile<T>(address: string, file: File, onShare: (share: number) => void): Uploading<T> {
  const request = new XMLHttpRequest();
  const sent = new Promise<Answer<T>>((resolve) => {
    const fail = (message: string) => resolve({ ok: false, code: "failed", message });
    if (file.size > mostFileBytes) return fail(`${file.name} is larger than 25 MB.`);
    request.open("PUT", address);
    request.responseType = "json";
    request.upload.onprogress = (event) => event.lengthComputable && onShare(event.loaded / event.total);
    request.onload = () =>
      request.response ? resolve(request.response) : fail(`The shop's server refused ${file.name}.`);
    request.onerror = () => fail(`${file.name} did not get through. Check the network and try again.`);
    request.onabort = () => fail("");
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.send(file);
  });
  return { sent, cancel: () => request.abort() };
}

/** Whether the same file may fare better when it is sent again: nothing is wrong with the file itself. */
export const mayRetry = (code: string) => ["failed", "too-many", "conflict", "signed-out"].includes(code);

/** The files of a drop or a paste. */
export const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];
