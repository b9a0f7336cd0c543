import { useSyncExternalStore } from "react";
import { addAs, addPlainly, allUploads, noUploads, type Upload, watchUploads } from "./uploads";

/** The files on their way to a job, and those that were refused. */
export function useUploads(job: number): Upload[] {
  return useSyncExternalStore(watchUploads, allUploads, noUploads).filter((one) => one.job === job);
}

/** How the next files of a job are added. */
export const useAddAs = (job: number) => useSyncExternalStore(watchUploads, () => addAs(job), addPlainly);
