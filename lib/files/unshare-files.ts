import "server-only";
import type { Context } from "../context";
import { changeVisibility } from "./change-visibility";
import type { FilesInput } from "./input";

/** Takes files out of the customer's sight. Answers which were shared. Refuses one that is not there. */
export async function unshareFiles(ctx: Context, { fileIds }: FilesInput): Promise<FilesInput> {
  return changeVisibility(ctx, fileIds, "private");
}
