import { beforeAll, beforeEach, expect, test } from "vitest";
import { throttle } from "@/db/schema/people";
import { scopes } from "@/db/vocabulary";
import { database } from "../context";
import { throttleKey } from "../people/throttle";
import { type ApiDoor, type ApiWorld, apiDoors, openApiWorld } from "../testing/api-doors";
import { documented, type Line, mismatchOf } from "../testing/api-fuzz";
import { type AskApi, askWith } from "../testing/api-shop";
import { testDatabase } from "../testing/database";
import { operations } from "./operations";
import { keyLimit, strangerLimit } from "./take-request";

testDatabase();

let shop: ApiWorld;
beforeAll(async () => {
  shop = await openApiWorld();
});
beforeEach(() => database().delete(throttle));

const count = (what: string, of: string, tries: number) =>
  database()
    .insert(throttle)
    .values({ key: throttleKey(what, of), tries, resetsAt: new Date(Date.now() + 42_000) });

/** What stands in the document of an operation, and a request to it that succeeds. */
const lines = documented.map((line): [string, Line] => [line.says.operationId, line]);

test.each(lines)("%s answers with the headers that its document says, and no others", async (id, line) => {
  const { path, body } = await (apiDoors[id] as ApiDoor)(shop);
  const ask = async (status: number, headers: Record<string, string> = {}, asking: AskApi = shop.ask) => {
    const answer = await asking(line.method, path, body, headers);
    expect({ id, status: answer.status, mismatch: mismatchOf(line, answer) }).toEqual({
      id,
      status,
      mismatch: null,
    });
    return answer.headers;
  };
  const { location, match, output, isPage, scope } = operations.find(
    (one) => one.id === id,
  ) as (typeof operations)[0];
  const isWrite = line.method !== "GET";
  const made = output ? (location ? 201 : 200) : 204;
  if (match) expect((await ask(412, { "if-match": '"old"' })).get("etag")).not.toBeNull();
  const once = { "idempotency-key": crypto.randomUUID() };
  const first = await ask(made, once);
  if (isWrite) expect((await ask(made, once)).get("idempotency-replayed")).toBe("true");
  else if (!isPage) await ask(304, { "if-none-match": first.get("etag") as string });
  if (body) await ask(415, { "content-type": "text/plain" });
  if (isWrite) await ask(400, { "idempotency-key": "" });
  await ask(403, {}, await shop.keyWith(...scopes.filter((one) => one !== scope)));
  await ask(401, {}, askWith(null));
  await database().delete(throttle);
  await count("api", shop.keyId, keyLimit.tries);
  await ask(429);
  await count("api-stranger", "203.0.113.9", strangerLimit.tries);
  const waiting = await ask(429, { "x-forwarded-for": "203.0.113.9" }, askWith(null));
  expect([waiting.get("retry-after"), waiting.get("ratelimit")]).toEqual([
    expect.stringMatching(/^\d+$/),
    null,
  ]);
});
