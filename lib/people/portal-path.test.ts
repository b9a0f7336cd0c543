import { expect, test } from "vitest";
import { portalPath } from "./portal-path";

test.each([
  ["/portal/jobs/1042", "/portal/jobs/1042"],
  ["/portal/jobs/1042?page=2", "/portal/jobs/1042?page=2"],
  ["/portal/account", "/portal/account"],
  ["/portal", "/portal"],
  ["/board", "/portal"],
  ["/portal/sign-in", "/portal"],
  ["/portal/jobsx", "/portal"],
  ["//evil.example/portal/jobs", "/portal"],
  ["/\\evil.example", "/portal"],
  ["https://evil.example/portal/jobs", "/portal"],
  ["/portal/jobs//evil.example", "/portal"],
  ["javascript:alert(1)", "/portal"],
  ["", "/portal"],
  [null, "/portal"],
])("SECURITY 24: after signing in, %j leads to %s", (asked, to) => {
  expect(portalPath(asked)).toBe(to);
});
