import "server-only";
import type { NextRequest } from "next/server";
import type { ContactContext, LinkContext, MemberContext } from "../context";
import { Refusal } from "../errors";
import { findApprovalLink } from "../people/find-approval-link";
import { findContact, findPortalReader } from "../people/portal-session";
import { findStaff } from "../people/session";
import { refuseUnkeepable } from "./read-input";
import { refusedResponse } from "./refused-response";
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
      return await handle(ctx, request, await readAddress(request, at));
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
      return await handle(ctx, request, await readAddress(request, at));
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
      const params = await readAddress(request, at);
      const found = await findApprovalLink(params.token ?? "");
      if (found?.state !== "live") throw new Refusal("not-found", "This link no longer works.");
      return await handle(found.ctx, request, params);
    } catch (error) {
      return refusedResponse(error, "/a/…");
    }
  };
}

/** The parts of a path. Refuses an address that holds a text that cannot be kept, in them or in its query. */
async function readAddress(request: NextRequest, at: { params: Promise<Params> }): Promise<Params> {
  const params = await at.params;
  refuseUnkeepable([params, [...request.nextUrl.searchParams]]);
  return params;
}
