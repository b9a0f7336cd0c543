import { useOptimistic, useTransition } from "react";
import type { FileCategory } from "@/db/vocabulary";
import {
  categoriseFilesAction,
  restoreFileAction,
  retireFileAction,
  shareFilesAction,
  unshareFilesAction,
} from "@/lib/files/actions";
import type { ViewedFile } from "@/lib/jobs/job-view";
import { changeWithUndo } from "../answers/attempt";
import { categoryNames } from "./file-words";

/** A file as it will be once its last change is through, and what can be done to it; each can be undone. */
export function useFileChange(file: ViewedFile, customer: string) {
  const [shown, show] = useOptimistic(file);
  const [, start] = useTransition();
  const { id: fileId, name } = file;

  const turn = () =>
    start(async () => {
      const isShared = shown.visibility === "shared";
      show({ ...shown, visibility: isShared ? "private" : "shared" });
      const [act, undo] = isShared
        ? [unshareFilesAction, shareFilesAction]
        : [shareFilesAction, unshareFilesAction];
      await changeWithUndo(
        isShared ? `${name} is private` : `${customer} can see ${name}`,
        () => act({ fileIds: [fileId] }),
        () => undo({ fileIds: [fileId] }),
      );
    });

  const fileUnder = (category: FileCategory) =>
    start(async () => {
      if (category === shown.category) return;
      show({ ...shown, category });
      await changeWithUndo(
        `${name} filed under ${categoryNames[category]}`,
        () => categoriseFilesAction({ files: [{ fileId, category }] }),
        () => categoriseFilesAction({ files: [{ fileId, category: file.category }] }),
      );
    });

  const take = () =>
    void changeWithUndo(
      `${name} taken away`,
      () => retireFileAction({ fileId }),
      () => restoreFileAction({ fileId }),
    );

  return { shown, turn, fileUnder, take };
}
