import "server-only";
import type { NextRequest } from "next/server";
import type { ContactContext, LinkContext, MemberContext } from "../context";
import { Refusal, refusalStatus } from "../errors";
import { findApprovalLink } from "../people/find-approval-link";
import { findContact, findPortalReader } from "../people/portal-session";
import { findStaff } from "../people/session";
import { refusedAnswer } from "./answer";
import { requireSameOrigin } from "./same-origin";

type Params = Record<string, string>;
type Handler = (request: NextRequest, at: { params: Promise<Params> }) => Promise<Response>;

/** A route for members: origin (unless GET) → session → handler; a refusal becomes its status and a sentence. */
export function staffRoute(
  handle: (ctx: MemberContext, request: NextRequest, params: Params) => Promise<Response>,
): Handler {
  return async (request, at) => {
    try {
      if (request.method !== "GET" && request.method !== "HEAD") requireSameOrigin(request.headers);
      const ctx = await findStaff();
      if (!ctx) throw new Refusal("signed-out", "You are signed out.");
      return await handle(ctx, request, await at.params);
    } catch (error) {
      return refusedResponse(error, request.nextUrl.pathname);
    }
  };
}

/** The same for a contact signed in to the portal; what only reads opens to a member who looks at what they see, too. */
export function portalRoute(
  handle: (ctx: ContactContext, request: NextRequest, params: Params) => Promise<Response>,
): Handler {
  return async (request, at) => {
    try {
      const isRead = request.method === "GET" || request.method === "HEAD";
      if (!isRead) requireSameOrigin(request.headers);
      const ctx = await (isRead ? findPortalReader() : findContact());
      if (!ctx) throw new Refusal("signed-out", "You are signed out.");
      return await handle(ctx, request, await at.params);
    } catch (error) {
      return refusedResponse(error, request.nextUrl.pathname);
    }
  };
}

/** A route that reads, under /a/[token]: for whoever holds the mailed link to one decision, while it works. */
export function linkRoute(
  handle: (ctx: LinkContext, request: NextRequest, params: Params) => Promise<Response>,
): Handler {
  return async (request, at) => {
    try {
      const params = await at.params;
      const found = await findApprovalLink(params.token ?? "");
      if (found?.state !== "live") throw new Refusal("not-found", "This link no longer works.");
      return await handle(found.ctx, request, params);
    } catch (error) {
      return refusedResponse(error, "/a/…");
    }
  };
}

export function refusedResponse(error: unknown, door: string): Response {
  const answer = refusedAnswer(error, door);
  const status = answer.code === "failed" ? 500 : refusalStatus[answer.code];
  const wait = answer.detail?.retryAfterSeconds;
  return Response.json(answer, {
    status,
    headers: { "cache-control": "no-store", ...(wait ? { "retry-after": String(wait) } : {}) },
  });
}

const longestJsonBytes = 256 * 1024;

/** The JSON body of a request; refuses other content types and more than 256 KiB. */
export async function readJson(request: Request): Promise<unknown> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) {
    throw new Refusal("invalid", "Send this as application/json.");
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > longestJsonBytes) throw new Refusal("too-large", "This request is larger than 256 KiB.");
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new Refusal("invalid", "The request is not valid JSON.");
  }
}
