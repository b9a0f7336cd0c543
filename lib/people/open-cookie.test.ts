import { encode } from "next-auth/jwt";
import { expect, test, vi } from "vitest";
import { env } from "../env";
import { testDatabase } from "../testing/database";
import { openCookie } from "./open-cookie";
import { sessionCookieName } from "./session-cookie-name";

testDatabase();

const held = { session: "token", shop: "shop" };

const sealed = (maxAge: number, secret = env().AUTH_SECRET) =>
  encode({ token: held, secret, salt: sessionCookieName(), maxAge });

test("tells what a cookie of ours holds, the second time as well", async () => {
  const cookie = await sealed(60);
  expect(await openCookie(cookie)).toEqual(held);
  expect(await openCookie(cookie)).toEqual(held);
});

test("opens no cookie of another secret, none that was changed, and no empty one", async () => {
  expect(await openCookie(await sealed(60, "another secret of more than thirty characters"))).toBeNull();
  expect(await openCookie(`${await sealed(60)}x`)).toBeNull();
  expect(await openCookie("")).toBeNull();
});

test("opens no cookie past its end, though it was opened before", async () => {
  const cookie = await sealed(60);
  expect(await openCookie(cookie)).toEqual(held);
  vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ["Date"] });
  try {
    expect(await openCookie(cookie)).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});
