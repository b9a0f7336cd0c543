import "server-only";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import sharp from "sharp";
import { Refusal } from "../errors";

export type DrawnPage = {
  /** From 1. */
  number: number;
  /** How many pages the document has. */
  of: number;
  /** WebP without metadata. */
  picture: Buffer;
  width: number;
  height: number;
};

type Bounds = { mostPages: number; longSidePx: number; mostSeconds?: number };
type Told =
  | { of: number; number?: undefined; refused?: undefined }
  | { of: number; number: number; data: Uint8Array; width: number; height: number; refused?: undefined }
  | { refused: keyof typeof reasons };

const mostMemoryBytes = 512 * 1024 * 1024;
/** The thread's program as it lies beside this file: the app runs in the folder it was built in. */
const program = () => resolve(/* turbopackIgnore: true */ process.cwd(), "lib/files/draw-pdf-thread.mjs");

/**
 * Draws the first pages of a PDF, one at a time, each `longSidePx` long on white. Refuses one that is broken, locked by
 * a password, or takes more than `mostSeconds` (20) to open or for a page: it is drawn in a thread of its own, with
 * memory bounded, which ends with the document.
 */
export async function* drawPdfPages(pdf: Uint8Array, bounds: Bounds): AsyncGenerator<DrawnPage, void> {
  const turn = await takeTurn();
  const thread = new Worker(program(), {
    workerData: { document: pdf, mostMemoryBytes, longSidePx: bounds.longSidePx },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    stdout: true,
    stderr: true,
  });
  // An error that nobody waits for would end the process; hear() finds the thread gone.
  thread.on("error", () => {});
  try {
    const { of } = await hear(thread, bounds);
    for (let number = 1; number <= Math.min(of, bounds.mostPages); number += 1) {
      thread.postMessage(number);
      const told = await hear(thread, bounds);
      if (told.number !== undefined) yield await encode(told);
    }
  } finally {
    await thread.terminate();
    turn.end();
  }
}

const reasons = {
  broken: "This PDF is broken. Export or copy it again.",
  password: "This PDF is locked with a password. Save it without one.",
  failed: "A page of this PDF could not be drawn. Export it again, or take a picture of it.",
  slow: "This PDF takes too long to draw. Export it again with less on its pages.",
} as const;

const refusal = (reason: keyof typeof reasons) => new Refusal("invalid", reasons[reason]);

function hear(thread: Worker, { mostSeconds = 20 }: Bounds): Promise<Exclude<Told, { refused: string }>> {
  return new Promise((done, fail) => {
    if (thread.threadId === -1) return fail(refusal("failed"));
    const timer = setTimeout(() => settle(() => fail(refusal("slow"))), mostSeconds * 1000);
    const settle = (how: () => void) => {
      clearTimeout(timer);
      thread.off("message", onMessage).off("error", onError).off("exit", onExit);
      how();
    };
    const onMessage = (told: Told) =>
      settle(() => (told.refused === undefined ? done(told) : fail(refusal(told.refused))));
    const onError = (error: Error) =>
      settle(() =>
        fail("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? refusal("failed") : error),
      );
    const onExit = () => settle(() => fail(refusal("failed")));
    thread.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}

async function encode(page: Extract<Told, { number: number }>): Promise<DrawnPage> {
  const { number, of, data, width, height } = page;
  const picture = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: "#ffffff" })
    .webp({ quality: 90, smartSubsample: true })
    .toBuffer();
  return { number, of, picture, width, height };
}

let last: Promise<void> = Promise.resolve();

/** One document at a time: each may take half a gigabyte. */
async function takeTurn(): Promise<{ end: () => void }> {
  const { promise, resolve: end } = Promise.withResolvers<void>();
  const before = last;
  last = promise;
  await before;
  return { end };
}
