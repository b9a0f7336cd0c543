/** An expected "no" of the start: one sentence for a shop owner, then exit 1. */
export class CannotStart extends Error {
  name = "CannotStart";
}

const reasons = {
  ENOSPC: (place) => `The disk${place} is full: free some space and start again.`,
  EFBIG: (place) => `This user may write no more${place}: raise the limit (ulimit -f) and start again.`,
  EDQUOT: (place) => `The disk quota${place} is used up: free some space and start again.`,
  EACCES: (place) =>
    `This user may not write${place}: change its owner or choose another folder with COATYARD_DATA.`,
  EPERM: (place) =>
    `This user may not write${place}: change its owner or choose another folder with COATYARD_DATA.`,
  EROFS: (place) => `The disk${place} is read-only: choose another folder with COATYARD_DATA.`,
  ENOTDIR: (place) =>
    `A part of the path${place} is a file, not a folder: choose another folder with COATYARD_DATA.`,
  EMFILE: () => "This machine has run out of open files: raise the limit (ulimit -n) and start again.",
  ENOMEM: () => "This machine has run out of memory: free some and start again.",
};

/** Turns a file-system error into a CannotStart with a sentence; anything else is returned as it is. */
export function explain(error, where) {
  if (error instanceof CannotStart) return error;
  const reason = reasons[error?.code];
  const place = error?.path ?? where;
  return reason ? new CannotStart(reason(place ? ` at ${place}` : ""), { cause: error }) : error;
}
