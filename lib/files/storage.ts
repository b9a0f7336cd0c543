import "server-only";
import { join } from "node:path";
import { env } from "../env";
import { diskStorage } from "./disk-storage";

/** Where the bytes of files lie. A key is made once and never given to other bytes. */
export type Storage = {
  /** Takes over a finished local file; when this returns the bytes survive a crash. */
  put(key: string, path: string): Promise<void>;
  /** The bytes as a stream, and how many. Null when there are none. */
  get(key: string): Promise<{ body: ReadableStream<Uint8Array>; bytes: number } | null>;
  read(key: string): Promise<Buffer>;
  remove(key: string): Promise<void>;
  /** Every key and when it was put. */
  list(): AsyncIterable<{ key: string; putAt: Date }>;
};

export const filesFolder = () => join(env().COATYARD_DATA, "files");

/** The storage of this deployment. */
export function storage(): Storage {
  return diskStorage(filesFolder());
}
