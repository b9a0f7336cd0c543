import { expect, it } from "vitest";
import { npmComplaint, runNpm } from "./ensure-node.mjs";

it("tells what npm complained of in one line, whatever npm's age", () => {
  const old =
    "npm ERR! code ENOTFOUND\nnpm ERR! network request to https://registry failed\nnpm ERR! A complete log of this run";
  expect(npmComplaint(old)).toBe("network request to https://registry failed");
  const young = "npm error code EUSAGE\nnpm error\nnpm error `npm ci` can only install\nnpm error\n";
  expect(npmComplaint(young)).toBe("`npm ci` can only install");
  expect(npmComplaint("sh: npm: not found\n")).toBe("sh: npm: not found");
});

it("runs npm wherever it was started from", async () => {
  const { status, output } = await runNpm(["--version"]);
  expect(status, output).toBe(0);
  expect(output).toMatch(/^\d+\.\d+\.\d+$/m);
});
