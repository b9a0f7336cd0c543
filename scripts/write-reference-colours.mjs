/** Writes db/reference/*.ts from the CSV files beside them. Run after editing a CSV. */
import { readFileSync, writeFileSync } from "node:fs";

const folder = new URL("../db/reference/", import.meta.url);

/** @param {string} name */
const records = (name) =>
  readFileSync(new URL(`${name}.csv`, folder), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(",").map((cell) => cell.replaceAll('"', "")));

const ral = records("ral-classic").map(
  ([code, english, german, l, a, b, hex]) =>
    `  [${JSON.stringify(code.replace("RAL ", ""))}, ${JSON.stringify(english)}, ${JSON.stringify(german)}, ${Number(l)}, ${Number(a)}, ${Number(b)}, "${hex}"],`,
);
const fs595 = records("fs595").map(([code, hex]) => `  ["${code}", "${hex}"],`);

writeFileSync(
  new URL("ral-classic.ts", folder),
  `/** Written by scripts/write-reference-colours.mjs from ral-classic.csv: code, English, German, CIE Lab, sRGB approximation. */
export const ralClassicRows: readonly (readonly [string, string, string, number, number, number, string])[] = [
${ral.join("\n")}
];
`,
);
writeFileSync(
  new URL("fs595.ts", folder),
  `/** Written by scripts/write-reference-colours.mjs from fs595.csv: code, sRGB. */
export const fs595Rows: readonly (readonly [string, string])[] = [
${fs595.join("\n")}
];
`,
);
