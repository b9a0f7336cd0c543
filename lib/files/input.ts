import { z } from "zod";
import { fileCategories } from "@/db/vocabulary";
import { mostFilesOfOwner } from "./limits";

export const filesInput = z.object({ fileIds: z.array(z.uuid()).min(1).max(mostFilesOfOwner) });
export type FilesInput = z.output<typeof filesInput>;

export const categoriesInput = z.object({
  files: z
    .array(z.object({ fileId: z.uuid(), category: z.enum(fileCategories) }))
    .min(1)
    .max(mostFilesOfOwner),
});
export type CategoriesInput = z.output<typeof categoriesInput>;
