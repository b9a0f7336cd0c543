import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "./lib/entry/content-security-policy";
import { holdsUnkeepable } from "./lib/entry/holds-unkeepable";
import { pathHeader } from "./lib/entry/path-header";

/**
 * Gives each page its own script nonce and tells it its path. It lets nobody in and keeps nobody out, but for an address
 * that holds what no text of ours can.
 */
export function proxy(request: NextRequest): NextResponse {
  if (
    holdsUnkeepable([request.nextUrl.pathname.replaceAll("%00", "\0"), [...request.nextUrl.searchParams]])
  ) {
    return new NextResponse("This address cannot be read.", { status: 400 });
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
  if (process.env.COATYARD_URL?.startsWith("https:")) {
    response.headers.set("strict-transport-security", "max-age=31536000");
  }
  return response;
}

export const config = {
  matcher: ["/((?!api/|_next/static/|_next/image|favicon\\.ico|icon|apple-icon|manifest\\.webmanifest).*)"],
};
