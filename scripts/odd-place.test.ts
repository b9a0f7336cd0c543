import { expect, it } from "vitest";

it("runs every test in an odd time zone and an odd locale", () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe("Pacific/Chatham");
  expect((1234.5).toLocaleString()).toBe("1.234,5");
});
