import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import { connectPostgres } from "../connect-postgres.mjs";

const day = 86_400_000;
const cookieName = "coatyard.session";

/** Opens a session for the seeded member as a sign-in would, and returns the `cookie` header that wears it. */
export async function signInMember({ superuserUrl, authSecret, shopId, personId }) {
  const token = randomBytes(32).toString("base64url");
  const sql = connectPostgres(superuserUrl);
  try {
    await sql`insert into session (token_hash, person_id, shop_id, device, ends_at) values
      (${createHash("sha256").update(token).digest("base64url")}, ${personId}, ${shopId}, 'bench', ${new Date(Date.now() + 30 * day)})`;
  } finally {
    await sql.end();
  }
  const value = await encode({
    token: { sub: personId, session: token, shop: shopId },
    secret: authSecret,
    salt: cookieName,
    maxAge: (30 * day) / 1000,
  });
  return { name: cookieName, value, header: `${cookieName}=${value}` };
}
