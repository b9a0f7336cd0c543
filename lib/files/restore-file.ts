import "server-only";
import type { Context } from "../context";
import { markFile, type OneFileInput } from "./mark-file";

/** Puts back a file that was taken away. */
export async function restoreFile(ctx: Context, { fileId }: OneFileInput): Promise<void> {
  await markFile(ctx, fileId, "restored");
}
