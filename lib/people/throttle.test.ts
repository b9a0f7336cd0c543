import { describe, expect, test } from "vitest";
import { testDatabase } from "../testing/database";
import { countTry, forgetTries, giveBackTry, networkOf, takeTry, throttleKey, triesOf } from "./throttle";

testDatabase();

const limit = { tries: 3, seconds: 60 };
const noon = new Date("2026-03-09T12:00:00Z");
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

describe("SECURITY 23: counting tries", () => {
  test("lets three through, refuses the fourth with how long to wait, and begins anew after the window", async () => {
    for (let n = 0; n < 3; n += 1) await takeTry("a", limit, noon);
    await expect(takeTry("a", limit, later(20))).rejects.toMatchObject({
      code: "too-many",
      detail: { retryAfterSeconds: 40 },
    });
    await expect(takeTry("a", limit, later(60))).resolves.toBeUndefined();
    expect(await triesOf("a", later(60))).toBe(1);
  });

  test("tries past the limit do not make the wait longer", async () => {
    for (let n = 0; n < 3; n += 1) await takeTry("b", limit, noon);
    for (const at of [10, 30, 59]) {
      await expect(takeTry("b", limit, later(at))).rejects.toMatchObject({ code: "too-many" });
    }
    await expect(takeTry("b", limit, later(61))).resolves.toBeUndefined();
  });

  test("fifty at once all count", async () => {
    const counted = await Promise.all(Array.from({ length: 50 }, () => countTry("c", 60, noon)));
    expect(counted.map((one) => one.tries).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
  });

  test("what was right is forgotten or given back", async () => {
    await countTry("d", 60, noon);
    await countTry("d", 60, noon);
    await giveBackTry("d");
    expect(await triesOf("d", noon)).toBe(1);
    await forgetTries("d");
    expect(await triesOf("d", noon)).toBe(0);
  });

  test("keys keep neither address nor e-mail", () => {
    expect(throttleKey("sign-in account", "olive@example.com")).not.toContain("olive");
  });
});

test("a home's or office's whole IPv6 network counts as one", () => {
  expect(networkOf("2001:db8:1:2:aaaa::1")).toBe(networkOf("2001:db8:1:2:bbbb:cccc:dddd:eeee"));
  expect(networkOf("2001:db8:1:3::1")).not.toBe(networkOf("2001:db8:1:2::1"));
  expect(networkOf("2001:0db8::1")).toBe(networkOf("2001:db8:0:0:5::"));
  expect(networkOf("203.0.113.9")).toBe("203.0.113.9");
});
