import { expect, test, vi } from "vitest";
import { requireSameOrigin } from "./same-origin";

vi.stubEnv("APP_DATABASE_URL", "postgres://unused");
vi.stubEnv("COATYARD_URL", "https://shop.example.com");

const ask = (headers: Record<string, string>) => () => requireSameOrigin(new Headers(headers));
const own = "https://shop.example.com";

test("SECURITY 20: a change from the shop's own pages passes", () => {
  expect(ask({ origin: own })).not.toThrow();
  expect(ask({ origin: own, "sec-fetch-site": "same-origin" })).not.toThrow();
});

test.each([
  {},
  { origin: "null" },
  { origin: "https://evil.example" },
  { origin: "http://shop.example.com" },
  { origin: "https://shop.example.com.evil.example" },
  { origin: "https://shop.example.com:8443" },
  { origin: own, "sec-fetch-site": "cross-site" },
  { origin: own, "sec-fetch-site": "same-site" },
  { origin: own, "sec-fetch-site": "none" },
  { "sec-fetch-site": "same-origin" },
  { host: "evil.example", origin: "https://evil.example" },
])("SECURITY 20: a change with %j is refused", (headers) => {
  expect(ask(headers as Record<string, string>)).toThrow("did not come from the shop's own pages");
});
