import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

test("SECURITY 34: scripts run by nonce alone, nothing is framed, embedded or re-based", () => {
  const policy = contentSecurityPolicy("abc", false);
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  for (const line of [
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ]) {
    expect(policy).toContain(line);
  }
  expect(policy).not.toMatch(/script-src[^;]*unsafe|http:|\*/);
});

test("only a developer's server may evaluate", () => {
  expect(contentSecurityPolicy("abc", true)).toContain("'unsafe-eval'");
});
