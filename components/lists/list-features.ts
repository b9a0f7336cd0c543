import { columnVisibilityFeature, metaHelper, tableFeatures } from "@tanstack/react-table";

type ListColumnMeta = { align?: "left" | "right"; className?: string };

/** What a list's table does in the browser: show and hide columns. The database sorts, filters and pages. */
export const listFeatures = tableFeatures({
  columnVisibilityFeature,
  columnMeta: metaHelper<ListColumnMeta>(),
});
export type ListFeatures = typeof listFeatures;
