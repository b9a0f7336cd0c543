import { describe, expect, test } from "vitest";
import { ownPath } from "./own-path";

describe("SECURITY 24: where sign-in may lead", () => {
  test.each(["/board", "/board?group=due", "/jobs/1042", "/settings/outbox?state=failed", "/invite/abc"])(
    "%s is the product's own",
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  test.each([
    null,
    "",
    "board",
    "//evil.example/board",
    "/\\evil.example/board",
    "/\t/evil.example",
    "https://evil.example/board",
    "javascript:alert(1)",
    "/jobs/..//evil.example",
    "/boardroom",
    "/api/files/1",
    "/sign-in",
  ])("%j leads to the board", (path) => {
    expect(ownPath(path)).toBe("/board");
  });
});
