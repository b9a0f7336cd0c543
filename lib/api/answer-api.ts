import "server-only";
import type { KeyContext } from "../context";
import { findApiKey } from "../people/find-api-key";
import { answerOnce } from "./answer-once";
import { writeCursor } from "./cursor";
import { etagOf, matchesEtag, namesEtag } from "./etag";
import { apiRoot, findOperation } from "./find-operation";
import type { KeyWork, Operation } from "./operation";
import { Problem, problemResponse } from "./problem";
import { readBody, readPaging, readParams, readQuery } from "./read-asked";
import { takeRequest, takeStranger } from "./take-request";

/**
 * Answers a request to the API: path → key → limit → scope → parse → command or query → answer; every refusal is a
 * problem of RFC 9457. Cookies, origins and the query let nobody in.
 */
export async function answerApi(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const told: Record<string, string> = {};
  let response: Response;
  try {
    const { line, named } = findOperation(request.method, url.pathname);
    const ctx = await letIn(request);
    const { headers, refusal } = await takeRequest(ctx);
    Object.assign(told, headers);
    if (refusal) throw refusal;
    requireScope(ctx, line);
    const params = readParams(line, named);
    const query = readQuery(line, url.searchParams);
    const asked = { line, params, query };
    response = line.method === "GET" ? await read(ctx, request, asked) : await write(ctx, request, asked);
  } catch (error) {
    response = problemResponse(error, `${request.method} ${url.pathname}`);
  }
  response.headers.set("cache-control", "private, no-store");
  for (const [name, value] of Object.entries(told)) response.headers.set(name, value);
  return response;
}

async function letIn(request: Request): Promise<KeyContext> {
  const shown = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const ctx = shown ? await findApiKey(shown) : null;
  if (ctx) return ctx;
  await takeStranger(request.headers.get("x-forwarded-for") ?? "");
  throw new Problem(
    "signed-out",
    "Send a key of the shop as “Authorization: Bearer …”. An owner makes one in the settings.",
    { "www-authenticate": `Bearer realm="Coatyard"${shown ? ', error="invalid_token"' : ""}` },
  );
}

function requireScope(ctx: KeyContext, { scope }: Operation): void {
  if (ctx.actor.scopes.includes(scope)) return;
  throw new Problem("forbidden", `This key was not made for ${scope}.`, {
    "www-authenticate": `Bearer realm="Coatyard", error="insufficient_scope", scope="${scope}"`,
  });
}

type Asked = { line: Operation; params: Record<string, unknown>; query: Record<string, unknown> };

async function read(ctx: KeyContext, request: Request, { line, params, query }: Asked): Promise<Response> {
  const paging = readPaging(line, ctx.shop.id, query);
  const seen = await line.handle(ctx, { params, query, body: undefined, paging });
  if (line.isPage) return Response.json(pageOf(line, seen as Rows, paging.list));
  const output = line.output as NonNullable<Operation["output"]>;
  const etag = etagOf(output, seen);
  const known = request.headers.get("if-none-match");
  if (known && namesEtag(known, etag)) return new Response(null, { status: 304, headers: { etag } });
  return Response.json(output.parse(seen), { headers: { etag } });
}

type Rows = { rows: unknown[]; next: Parameters<typeof writeCursor>[0] | null };

function pageOf({ output }: Operation, { rows, next }: Rows, list: string) {
  return { items: rows.map((row) => output?.parse(row)), next: next ? writeCursor(next, list) : null };
}

async function write(ctx: KeyContext, request: Request, { line, params, query }: Asked): Promise<Response> {
  const onceKey = readOnceKey(request);
  const ifMatch = line.match ? readIfMatch(request) : "*";
  const { text, body } = await readBody(line, request);
  const asked = `${line.method} ${new URL(request.url).pathname}\n${text}`;
  const kept = await answerOnce(ctx, { onceKey, asked }, async (work) => {
    if (line.match) await requireMatch(work, line.match, params, ifMatch);
    const made = await line.handle(work, { params, query, body, paging: { after: null, limit: 0 } });
    if (!line.output) return { status: 204, etag: "", body: "" };
    const etag = etagOf(line.output, made);
    return { status: line.location ? 201 : 200, etag, body: JSON.stringify(line.output.parse(made)) };
  });
  const headers = new Headers();
  if (kept.etag) headers.set("etag", kept.etag);
  if (kept.isReplayed) headers.set("idempotency-replayed", "true");
  if (kept.body === "") return new Response(null, { status: kept.status, headers });
  headers.set("content-type", "application/json");
  if (line.location) headers.set("location", apiRoot + line.location(JSON.parse(kept.body), params));
  return new Response(kept.body, { status: kept.status, headers });
}

/** A header such as 7f0c2d0e-…; in quotes, as the draft writes it, it is the same. */
function readOnceKey(request: Request): string {
  const onceKey = request.headers.get("idempotency-key")?.replace(/^"(.*)"$/, "$1") ?? "";
  if (/^[\x21-\x7e]{1,200}$/.test(onceKey)) return onceKey;
  throw new Problem(
    "malformed",
    "Send an Idempotency-Key of your own with each change, such as a new UUID: sent twice, it is done once.",
  );
}

function readIfMatch(request: Request): string {
  const ifMatch = request.headers.get("if-match");
  if (ifMatch) return ifMatch;
  throw new Problem(
    "needs-if-match",
    "Send the ETag that you read as If-Match, so that nobody else's change is overwritten; “*” for any.",
  );
}

async function requireMatch(
  work: KeyWork,
  { lock, read, output }: NonNullable<Operation["match"]>,
  params: Record<string, unknown>,
  ifMatch: string,
): Promise<void> {
  await lock(work, params);
  const etag = etagOf(output, await read(work, params));
  if (matchesEtag(ifMatch, etag)) return;
  throw new Problem("changed-meanwhile", "This was changed since you read it. Read it again.", { etag });
}
