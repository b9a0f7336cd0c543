import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const restored = ["secrets.json", "audit-heads", "files", "pg"];

/** Where a restore makes everything ready, and the note by which it counts. */
export const restoringPlace = (root) => join(root, "restoring");
export const restoringNote = (root) => join(restoringPlace(root), "ready.json");

/**
 * Puts what a restore made ready in the place of what is there, which is kept aside; returns where, or null when no restore waits.
 * Killed at any moment it is carried on by the next call: every start makes one.
 */
export function finishRestore(root) {
  if (!existsSync(restoringNote(root))) return null;
  const { id } = JSON.parse(readFileSync(restoringNote(root), "utf8"));
  const aside = join(root, `before-restore-${id}`);
  for (const name of restored) {
    const ready = join(restoringPlace(root), name);
    const here = join(root, name);
    if (!existsSync(ready)) continue;
    if (existsSync(here)) {
      mkdirSync(aside, { recursive: true, mode: 0o700 });
      renameSync(here, join(aside, name));
    }
    renameSync(ready, here);
  }
  rmSync(restoringPlace(root), { recursive: true, force: true });
  return existsSync(aside) ? aside : null;
}
