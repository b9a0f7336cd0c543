import type { FileCategory, FileVisibility } from "@/db/vocabulary";
import { toast } from "../ui/toast";
import { mayRetry, upload } from "./upload";

/** Who gets a file: a job by its number, a customer by their id. */
export type FileOwner = number | string;

export type Upload = {
  id: number;
  owner: FileOwner;
  part?: string;
  file: File;
  category?: FileCategory;
  visibility: FileVisibility;
  /** How much of it is sent, from 0 to 1. */
  share: number;
  state: "waiting" | "sending" | "kept" | "refused";
  /** Why it was refused. */
  problem: string;
  /** Whether trying the same file again may go better. */
  mayRetry: boolean;
};
/** How the next files of an owner are added; no category: by what each is. */
type AddAs = { category?: FileCategory; visibility: FileVisibility };

const atOnce = 3;
const plainly: AddAs = { visibility: "private" };
const none: readonly Upload[] = [];

// Uploads live beside the pages: going to another job or the board neither stops nor forgets them.
let uploads = none;
let choices = new Map<FileOwner, AddAs>();
const cancels = new Map<number, () => void>();
const listeners = new Set<() => void>();
/** Those who got files since their page was read. */
const changed = new Set<FileOwner>();
let lastId = 0;

export function watchUploads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export const allUploads = () => uploads;
export const noUploads = () => none;
export const addAs = (owner: FileOwner) => choices.get(owner) ?? plainly;
export const addPlainly = () => plainly;

export function chooseAddAs(owner: FileOwner, as: AddAs): void {
  choices = new Map(choices).set(owner, as);
  tell();
}

/** Adds files to a job or customer the way that is chosen for it. Sharing holds for one go: the next files are private again. */
export function addFiles(owner: FileOwner, files: readonly File[], part?: string): void {
  const { category, visibility } = addAs(owner);
  const fresh = files.map(
    (file): Upload => ({
      id: ++lastId,
      owner,
      part,
      file,
      category,
      visibility,
      share: 0,
      state: "waiting",
      problem: "",
      mayRetry: false,
    }),
  );
  uploads = [...uploads, ...fresh];
  chooseAddAs(owner, { category, visibility: "private" });
  pump();
}

export function retryUpload(id: number): void {
  change(id, { state: "waiting", problem: "", share: 0 });
  pump();
}

/** Stops a file that is underway, or lets go of one that was refused. */
export function dropUpload(id: number): void {
  uploads = uploads.filter((one) => one.id !== id);
  cancels.get(id)?.();
  tell();
}

/** Stops what is underway to an owner; what is kept stays. */
export function cancelUploads(owner: FileOwner): void {
  for (const one of uploads) if (one.owner === owner && isUnderway(one)) dropUpload(one.id);
}

export const isUnderway = (one: Upload) => one.state === "waiting" || one.state === "sending";

/** Whether an owner got files that its page does not show yet; asked once. */
export const takeChanged = (owner: FileOwner) => changed.delete(owner);

function pump(): void {
  const sending = uploads.filter((one) => one.state === "sending").length;
  for (const one of uploads.filter((each) => each.state === "waiting").slice(0, atOnce - sending))
    void send(one);
}

async function send(one: Upload): Promise<void> {
  const { owner, part, category, visibility } = one;
  const to = typeof owner === "number" ? { job: owner, part } : { customer: owner };
  change(one.id, { state: "sending" });
  const { sent, cancel } = upload(one.file, { ...to, category, visibility }, (share) =>
    change(one.id, { share }),
  );
  cancels.set(one.id, cancel);
  const answer = await sent;
  cancels.delete(one.id);
  if (answer.ok) {
    changed.add(owner);
    change(one.id, { state: "kept", share: 1 });
    if (answer.value.isKnown) toast(`${answer.value.name} is there already.`);
  } else if (answer.message) {
    change(one.id, { state: "refused", problem: answer.message, mayRetry: mayRetry(answer.code) });
  }
  if (!uploads.some((other) => other.owner === owner && isUnderway(other)))
    uploads = uploads.filter((other) => other.owner !== owner || other.state === "refused");
  tell();
  pump();
}

function change(id: number, now: Partial<Upload>): void {
  uploads = uploads.map((one) => (one.id === id ? { ...one, ...now } : one));
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
  window.onbeforeunload = uploads.some(isUnderway) ? (event) => event.preventDefault() : null;
}
