import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "./lib/entry/content-security-policy";
import { pathHeader } from "./lib/entry/path-header";

/** Gives each page its own script nonce and tells it its path. It lets nobody in and keeps nobody out. */
export function proxy(request: NextRequest): NextResponse {
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
