import { refusedResponse } from "@/lib/entry/refused-response";
import { requireSameOrigin } from "@/lib/entry/same-origin";
import { handlers } from "@/lib/people/auth";

export const GET = handlers.GET;

/** Its credentials are a session's token, never a password, so there is nothing to guess here that sign-in limits. */
export async function POST(request: Parameters<typeof handlers.POST>[0]): Promise<Response> {
  try {
    requireSameOrigin(request.headers);
  } catch (error) {
    return refusedResponse(error, "next-auth");
  }
  return handlers.POST(request);
}
