import "server-only";
import type { Context } from "../context";
import { markFile, type OneFileInput } from "./mark-file";

/** Takes a file off its job or customer; it can be put back. */
export async function retireFile(ctx: Context, { fileId }: OneFileInput): Promise<void> {
  await markFile(ctx, fileId, "retired");
}
