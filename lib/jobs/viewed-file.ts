import "server-only";
import { sql } from "drizzle-orm";
import { file } from "@/db/schema/files";

/** What the shop's own people are shown of a file. */
export const viewedFile = {
  id: file.id,
  name: file.name,
  contentType: file.contentType,
  width: file.width,
  height: file.height,
  partId: file.partId,
  category: file.category,
  visibility: file.visibility,
  downloads: file.downloads,
  hasThumbnail: sql<boolean>`${file.thumbnailKey} is not null`,
};
