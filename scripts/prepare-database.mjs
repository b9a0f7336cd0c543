import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { PgBoss } from "pg-boss";
import { connectPostgres } from "./connect-postgres.mjs";

const migrationsFolder = fileURLToPath(new URL("../db/migrations", import.meta.url));
const queuesFile = new URL("../lib/outbox/queues.json", import.meta.url);
const lockNumber = 20_261_121;

/**
 * Brings a database to this version as its owner: migrations, the queue's tables, and the app's own login role.
 * Safe to run from several processes at once and again. Resolves to the app's URL and the number of shops.
 */
export async function prepareDatabase({
  ownerUrl,
  appUrl = "",
  appPassword = randomBytes(24).toString("hex"),
  say = (_line) => {},
}) {
  const sql = connectPostgres(ownerUrl);
  try {
    await sql`select pg_advisory_lock(${lockNumber})`;
    say("Bringing the database up to date");
    await migrate(drizzle(sql), { migrationsFolder });
    await prepareQueues(ownerUrl);
    await grantQueues(sql);
    const url = appUrl || (await makeAppLogin(sql, ownerUrl, appPassword));
    if (appUrl) await sql.unsafe(`grant coatyard_app to ${quoted(new URL(appUrl).username)}`);
    const [row] = await sql`select count(*)::int as shops from shop`;
    return { appUrl: url, shops: row.shops };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function prepareQueues(ownerUrl) {
  const queues = JSON.parse(await readFile(queuesFile, "utf8"));
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  try {
    for (const { name, ...options } of queues) {
      const known = await boss.getQueue(name);
      if (known) await boss.updateQueue(name, options);
      else await boss.createQueue(name, { ...options, notify: true });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function grantQueues(sql) {
  await sql.unsafe(`
    grant usage on schema pgboss to coatyard_app;
    grant select, insert, update, delete on all tables in schema pgboss to coatyard_app;
    grant usage on all sequences in schema pgboss to coatyard_app;
    grant execute on all functions in schema pgboss to coatyard_app;
  `);
}

async function makeAppLogin(sql, ownerUrl, appPassword) {
  const [{ name }] = await sql`select current_database() as name`;
  const role = `coatyard_app_${name}`.slice(0, 63);
  const [known] = await sql`select from pg_roles where rolname = ${role}`;
  const verb = known ? "alter" : "create";
  await sql.unsafe(`${verb} role ${quoted(role)} login password '${appPassword.replaceAll("'", "''")}'`);
  await sql.unsafe(`grant coatyard_app to ${quoted(role)}`);
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = appPassword;
  return url.href;
}

const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
