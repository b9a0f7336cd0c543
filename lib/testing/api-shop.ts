import { type Scope, scopes } from "@/db/vocabulary";
import { answerApi } from "../api/answer-api";
import { createApiKey } from "../people/create-api-key";
import { openRealShop } from "./real-shop";

export type ApiAnswer = {
  status: number;
  headers: Headers;
  /** What the body says; null of an empty one. */
  body: any;
};
export type AskApi = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<ApiAnswer>;

/** A committed shop with a key of its own, as another program meets it. */
export async function openApiShop(held: readonly Scope[] = scopes, name?: string) {
  const people = await openRealShop(name);
  const made = await createApiKey(people.owner, { name: "Warehouse sync", scopes: [...held], days: null });
  const known = new Map<string, AskApi>();
  const keyWith = async (...some: Scope[]): Promise<AskApi> => {
    const ask = known.get(some.join());
    if (ask) return ask;
    const other = await createApiKey(people.owner, { name: "Other", scopes: some, days: 30 });
    known.set(some.join(), askWith(other.key));
    return askWith(other.key);
  };
  return { ...people, keyId: made.id, key: made.key, ask: askWith(made.key), keyWith };
}

/** Asks the API as a program with a key does: with a name of its own for each change, and whatever stands by If-Match. */
export const askWith =
  (key: string | null): AskApi =>
  async (method, path, body, headers = {}) => {
    const isWrite = method !== "GET" && method !== "HEAD";
    const request = new Request(`http://localhost:3000/api/v1${path}`, {
      method,
      body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
      headers: {
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...(isWrite ? { "idempotency-key": crypto.randomUUID(), "if-match": "*" } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
    });
    const answer = await answerApi(request);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === "" ? null : JSON.parse(text) };
  };
