import { refusedResponse } from "@/lib/entry/route";
import { requireSameOrigin } from "@/lib/entry/same-origin";
import { signOut } from "@/lib/people/auth";

/** Ends this browser's session. A plain form reaches it, so it works before any script does. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request.headers);
    await signOut({ redirect: false });
    return new Response(null, {
      status: 303,
      headers: { location: "/sign-in", "cache-control": "no-store" },
    });
  } catch (error) {
    return refusedResponse(error, "sign-out");
  }
}
