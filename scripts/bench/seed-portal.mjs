import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { connectPostgres } from "../connect-postgres.mjs";

const cookieName = "coatyard.portal";
const soon = () => new Date(Date.now() + 30 * 86_400_000);

/**
 * Lets a contact of a seeded open job into the portal, with one proof of that job waiting for their answer, its page a
 * photograph's weight in `dataPath`. Needs the superuser. Resolves to the cookie they wear, and where their job and the decision are.
 */
export async function seedPortal({ superuserUrl, shopId, memberId, dataPath }) {
  const sql = connectPostgres(superuserUrl);
  try {
    const [job] = await sql`
      select id, number, customer_id from job where shop_id = ${shopId} and stage_kind = 'working' order by number limit 1`;
    const [contact] = await sql`
      insert into contact (shop_id, customer_id, name, email, portal_role)
      values (${shopId}, ${job.customer_id}, 'Ana Approver', 'ana@example.com', 'approver') returning id`;
    const [file] = await sql`
      insert into file (shop_id, job_id, name, content_type, bytes, sha256, storage_key, category)
      values (${shopId}, ${job.id}, 'gate.png', 'image/png', 1, 'bench', 'bench', 'proof') returning id`;
    const [proof] =
      await sql`insert into proof (shop_id, job_id, title) values (${shopId}, ${job.id}, 'Gate') returning id`;
    const [version] = await sql`
      insert into proof_version (shop_id, proof_id, number, file_id, state, pages, asked_at, asked_by, expires_at)
      values (${shopId}, ${proof.id}, 1, ${file.id}, 'waiting', 1, now(), ${memberId}, ${soon()}) returning id`;
    await sql`insert into proof_page (shop_id, version_id, number, storage_key, small_key, width, height)
      values (${shopId}, ${version.id}, 1, ${await keepPicture({ dataPath, shopId }, 1200)},
        ${await keepPicture({ dataPath, shopId }, 360)}, 1200, 1600)`;
    await sql`insert into proof_recipient (shop_id, version_id, contact_id, asked_at)
      values (${shopId}, ${version.id}, ${contact.id}, now())`;
    await sql`update job set proof_state = 'waiting' where shop_id = ${shopId} and id = ${job.id}`;
    const [worn, link] = [newToken(), newToken()];
    await sql`insert into contact_session (token_hash, shop_id, contact_id, device, ends_at)
      values (${worn.hash}, ${shopId}, ${contact.id}, 'bench', ${soon()})`;
    await sql`insert into approval_link (token_hash, shop_id, version_id, contact_id, ends_at)
      values (${link.hash}, ${shopId}, ${version.id}, ${contact.id}, ${soon()})`;
    const value = `${shopId}.${worn.token}`;
    return {
      cookie: { name: cookieName, value, header: `${cookieName}=${value}` },
      jobPath: `/portal/jobs/${job.number}`,
      decisionPath: `/a/${link.token}`,
    };
  } finally {
    await sql.end();
  }
}

/** Keeps a picture of `width` by four thirds of it, as detailed as a photograph, where the app looks for it; its key. */
async function keepPicture({ dataPath, shopId }, width) {
  const height = (width * 4) / 3;
  const noise = { type: "gaussian", mean: 150, sigma: 30 };
  const picture = sharp({ create: { width, height, channels: 3, background: "#dedede", noise } });
  const name = randomUUID();
  const key = `${shopId}/${name.slice(0, 2)}/${name}`;
  const path = join(dataPath, "files", "kept", key);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await picture.blur(1).webp({ quality: 78 }).toBuffer());
  return key;
}

function newToken() {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: createHash("sha256").update(token).digest("base64url") };
}
