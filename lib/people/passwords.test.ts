import { expect, test } from "vitest";
import { hashingLoad, hashPassword, isRightPassword } from "./passwords";

test("SECURITY 1: of a flood of sign-ins no more than two are hashed at a time, and a flood without end is refused", async () => {
  const most: number[] = [];
  const settled = await Promise.allSettled(
    Array.from({ length: 260 }, () =>
      isRightPassword(null, "wrong horse battery").finally(() => most.push(hashingLoad().running)),
    ),
  );
  expect(Math.max(...most)).toBeLessThanOrEqual(2);
  const refused = settled.filter((one) => one.status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]).toMatchObject({ reason: { code: "too-many", detail: { retryAfterSeconds: 5 } } });
  expect(hashingLoad()).toEqual({ running: 0, waiting: 0 });
});

test("a password is right in any form a keyboard writes its letters in", async () => {
  const stored = await hashPassword("Zoë’s kettle café");
  expect(await isRightPassword(stored, "Zoe\u0308’s kettle cafe\u0301")).toBe(true);
  expect(await isRightPassword(stored, "zoë’s kettle café")).toBe(false);
});

test("SECURITY 2: nothing is cut off a long one", async () => {
  const long = "wandering kettle ".repeat(7);
  const stored = await hashPassword(`${long}a`);
  expect(await isRightPassword(stored, `${long}b`)).toBe(false);
});
