import "server-only";
import type { Context } from "../context";
import { changeVisibility } from "./change-visibility";
import type { FilesInput } from "./input";

/** Shows files to the customer they concern. Answers which were private. Refuses one that is not there. */
export async function shareFiles(ctx: Context, { fileIds }: FilesInput): Promise<FilesInput> {
  return changeVisibility(ctx, fileIds, "shared");
}
