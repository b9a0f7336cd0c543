import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawIcons } from "@/scripts/write-icons.mjs";

test("the sheet of icons holds what is in use, as Lucide draws it", async () => {
  expect(readFileSync("components/ui/icons.svg", "utf8")).toBe(await drawIcons());
});
