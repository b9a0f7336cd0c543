import { useSyncExternalStore } from "react";
import {
  addAs,
  addPlainly,
  allUploads,
  type FileOwner,
  noUploads,
  type Upload,
  watchUploads,
} from "./uploads";

/** The files on their way to a job or customer, and those that were refused. */
export function useUploads(owner: FileOwner): Upload[] {
  return useSyncExternalStore(watchUploads, allUploads, noUploads).filter((one) => one.owner === owner);
}

/** How the next files of a job or customer are added. */
export const useAddAs = (owner: FileOwner) =>
  useSyncExternalStore(watchUploads, () => addAs(owner), addPlainly);
