import { expect, test } from "vitest";
import { env } from "../env";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { mayReadMetrics } from "./may-read-metrics";
import { readHealth } from "./read-health";
import { readMetrics } from "./read-metrics";

testDatabase();

const from = (address: string, token?: string) =>
  new Headers({ "x-forwarded-for": address, ...(token && { authorization: `Bearer ${token}` }) });

test("numbers are for the holder of the token, or for this machine while nobody else reaches it", () => {
  const settings = env();
  expect(mayReadMetrics(from("127.0.0.1"))).toBe(true);
  expect(mayReadMetrics(from("203.0.113.7"))).toBe(false);
  settings.COATYARD_URL = "https://shop.example.com";
  expect(mayReadMetrics(from("127.0.0.1"))).toBe(false);
  settings.METRICS_TOKEN = "a long token";
  expect(mayReadMetrics(from("203.0.113.7", "a long token"))).toBe(true);
  expect(mayReadMetrics(from("127.0.0.1", "a long tokem"))).toBe(false);
  expect(mayReadMetrics(from("127.0.0.1"))).toBe(false);
  Object.assign(settings, { METRICS_TOKEN: "", COATYARD_URL: "http://localhost:3000" });
});

test("they are well formed, and hold nothing of a shop", async () => {
  await openRealShop("Quillback Powder Coating");
  const text = await readMetrics();
  for (const line of text.trim().split("\n"))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^{}]+\})? [-\d.e+]+)$/);
  expect(text).toMatch(/^coatyard_database_up 1$/m);
  expect(text).toMatch(/^coatyard_worker_up 0$/m);
  expect(text).not.toContain("Quillback");
});

test("health tells a database that answers from a worker that is missing", async () => {
  expect(await readHealth()).toEqual({ database: true, worker: false });
});
