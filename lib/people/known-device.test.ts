import { expect, test, vi } from "vitest";
import { knownDevice, rememberDevice } from "./known-device";

vi.stubEnv("APP_DATABASE_URL", "postgres://unused");

const olive = "olive@example.com";
const pia = "pia@example.com";

test("SECURITY 4: a device is known to whoever signed in on it, and to nobody else", () => {
  const cookie = rememberDevice("", olive);
  expect(knownDevice(cookie, olive)).toHaveLength(43);
  expect(knownDevice(cookie, pia)).toBeNull();
});

test("a shared tablet keeps its name and knows everyone who signed in on it", () => {
  const cookie = rememberDevice(rememberDevice("", olive), pia);
  expect(knownDevice(cookie, olive)).toBe(knownDevice(cookie, pia));
});

test("SECURITY 4: a cookie made up elsewhere is not known, and is not taken over", () => {
  const forged = `${"A".repeat(43)}.${"B".repeat(22)}`;
  expect(knownDevice(forged, olive)).toBeNull();
  expect(knownDevice("", olive)).toBeNull();
  expect(knownDevice(`${rememberDevice("", pia).split(".")[0]}.`, olive)).toBeNull();
});

test("the eleventh person on a device pushes out the first", () => {
  let cookie = rememberDevice("", olive);
  for (let n = 0; n < 10; n += 1) cookie = rememberDevice(cookie, `person${n}@example.com`);
  expect(knownDevice(cookie, olive)).toBeNull();
  expect(knownDevice(cookie, "person0@example.com")).not.toBeNull();
});
