import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const entries = ["app/layout.tsx", "app/(staff)/layout.tsx", "app/(staff)/board/page.tsx"];
const heavy = /^(@base-ui\/|cmdk|zod|recharts)/;

/** Static imports only: what import() brings is fetched on its first use. */
const staticImport = /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^;'"]*?\sfrom\s+)?["']([^"']+)["']/g;

test("the board's first load brings no primitives, command menu, parser or charts", () => {
  const paths = new Map(entries.map((entry) => [join(root, entry), entry]));
  const found: string[] = [];
  for (const [file, path] of paths) {
    const code = readFileSync(file, "utf8");
    if (/^import "server-only"|^"use server"/.test(code)) continue;
    for (const [, type, name = ""] of code.matchAll(staticImport)) {
      if (type) continue;
      const next = fileOf(file, name);
      if (next && !paths.has(next)) paths.set(next, `${path} → ${name}`);
      if (heavy.test(name)) found.push(`${path} → ${name}`);
    }
  }
  expect(paths.size).toBeGreaterThan(30);
  expect(found).toEqual([]);
});

function fileOf(from: string, name: string): string | undefined {
  const place = name.startsWith("@/") ? join(root, name.slice(2)) : resolve(dirname(from), name);
  if (!/^(@\/|\.)/.test(name)) return undefined;
  return [`${place}.ts`, `${place}.tsx`].find(existsSync);
}
