import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const sources = ["app", "components"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx"))
    .map((name) => join(folder, name)),
);

/** Classes of Tailwind's own scales, which the theme takes away: they would do nothing, in silence. */
const strangers =
  /(?<![\w-])(?:[\w-]+:)*(?:text-(?:2xl|3xl|4xl|5xl)|rounded-(?:xs|md|xl|2xl|3xl)|shadow-(?:xs|sm|md|lg|xl|2xl)|(?:bg|text|border|ring|fill|stroke)-(?:white|black|(?:gray|slate|zinc|stone|neutral|red|amber|yellow|green|blue|indigo|orange)-\d+))(?![\w-])/g;

test("screens use only the sizes, radii, shadow and colours of the theme", () => {
  const found = sources.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(strangers)].map((match) => `${file}: ${match[0]}`),
  );
  expect(found).toEqual([]);
});
