import { readJson } from "@/lib/entry/read-json";
import { staffRoute } from "@/lib/entry/route";
import { countInbox } from "@/lib/inbox/count-inbox";
import { seenInput } from "@/lib/inbox/input";
import { markInboxSeen } from "@/lib/inbox/mark-inbox-seen";

const headers = { "cache-control": "no-store" };

/** How much of the member's own inbox is unread. */
export const GET = staffRoute(async (ctx) => Response.json({ unread: await countInbox(ctx) }, { headers }));

/** Notes what they have seen of it: a route and no action, so that following a link need not wait for it. */
export const PUT = staffRoute(async (ctx, request) =>
  Response.json(await markInboxSeen(ctx, seenInput.parse(await readJson(request))), { headers }),
);
