import { z } from "zod";
import { findLogo } from "@/lib/messages/read-brand";
import { systemContext } from "@/lib/people/system-context";

type Params = { params: Promise<{ shopId: string }> };

/** A shop's logo, for anyone: mails and the customers' pages show it. Its address changes with it, so it is kept for good. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const shopId = z.uuid().safeParse((await params).shopId);
  const ctx = shopId.success && (await systemContext(shopId.data, "Coatyard").catch(() => null));
  const logo = ctx && (await findLogo(ctx));
  if (!logo) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(logo), {
    headers: {
      "content-type": "image/png",
      "content-length": String(logo.length),
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}
