import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "./context";
import { tellError } from "./tell-error";
import { testDatabase } from "./testing/database";

testDatabase();

const secret = "hunter2\n    at https://shop.example.com/a/secret-token";

test.each([
  ["a value it cannot read", sql`select ${secret}::int`],
  [
    "a row it cannot take",
    sql`insert into person (email, name, password_hash) values (null, ${secret}, ${secret})`,
  ],
  ["a table that is none", sql`select ${secret}::text from nowhere`],
])(
  "SECURITY 35: a query that failed by %s is logged by its text and its code, without the values",
  async (_, query) => {
    const error = await database()
      .execute(query)
      .then(
        () => null,
        (failed: unknown) => failed,
      );
    const told = JSON.stringify(tellError(error));
    expect(told).toMatch(/Failed query: (select|insert)/);
    expect(told).toMatch(/"code":"\w{5}"/);
    expect(told).not.toMatch(/hunter2|secret-token/);
  },
);

test("any other error is logged with its message, its place and its causes", () => {
  const told = tellError(new Error("no room", { cause: new TypeError("no disk") }));
  expect(told).toMatchObject({
    type: "Error",
    message: "no room",
    stack: expect.stringContaining("tell-error.test.ts"),
    cause: { type: "TypeError", message: "no disk" },
  });
});
