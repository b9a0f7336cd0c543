import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { openDataFolder } from "../../scripts/data-folder.mjs";
import { joinEmbeddedPostgres } from "../../scripts/embedded-postgres.mjs";
import { prepareDatabase } from "../../scripts/prepare-database.mjs";

type TestServer = {
  /** An empty database of the owner, who may make and drop databases. */
  ownerUrl: string;
  /** The same for the superuser, whom row-level security does not bind. */
  superuserUrl: string;
  /** The app's login role; put the name of a clone in its path. */
  appUrl: string;
  appPassword: string;
  /** The migrated database to clone. */
  template: string;
};

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

const root = resolve(import.meta.dirname, "../..");
const templateLock = 20_260_101;
const keepMs = 60 * 60 * 1000;

// Tests make thousands of rows that nobody wants back after a power cut.
const settings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "300",
  autovacuum_naptime: "1min",
};

// The forks that run the tests inherit these.
function wearSettings(): () => void {
  const data = mkdtempSync(join(tmpdir(), "coatyard-test-"));
  process.env.LOG_LEVEL ||= "fatal";
  process.env.AUTH_SECRET = "t".repeat(64);
  process.env.AUDIT_KEY = "a".repeat(64);
  process.env.COATYARD_URL = "http://localhost:3000";
  process.env.COATYARD_DATA = data;
  return () => rmSync(data, { recursive: true, force: true });
}

/** Starts the tests' own PostgreSQL in `.coatyard/test`, or joins one that another run started, and migrates the template. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const takeOff = wearSettings();
  const folder = openDataFolder(join(root, ".coatyard/test"));
  const server = await joinEmbeddedPostgres(folder, { settings });
  try {
    const { template, appUrl } = await findOrMakeTemplate(server, folder.secrets.appPassword);
    project.provide("testServer", {
      ownerUrl: server.ownerUrl,
      superuserUrl: server.superuserUrl,
      appUrl,
      appPassword: folder.secrets.appPassword,
      template,
    });
  } catch (error) {
    await server.release();
    throw error;
  }
  return async () => {
    takeOff();
    await server.release();
  };
}

async function findOrMakeTemplate(
  server: { ownerUrl: string; isFirstUser: boolean },
  appPassword: string,
): Promise<{ template: string; appUrl: string }> {
  const template = `template_${hashOf("db/migrations", "lib/outbox/queues.json", "scripts/prepare-database.mjs")}`;
  const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${templateLock})`;
    await dropLeftovers(sql, template, server.isFirstUser);
    const user =
      (await appUserOf(sql, template)) ?? (await makeTemplate(sql, template, server.ownerUrl, appPassword));
    await sql.unsafe(`comment on database ${template} is '${JSON.stringify({ user, usedAt: Date.now() })}'`);
    const appUrl = new URL(server.ownerUrl);
    appUrl.username = user;
    appUrl.password = appPassword;
    return { template, appUrl: appUrl.href };
  } finally {
    await sql.end();
  }
}

async function makeTemplate(
  sql: postgres.Sql,
  template: string,
  ownerUrl: string,
  appPassword: string,
): Promise<string> {
  await sql.unsafe(`drop database if exists ${template} with (force)`);
  await sql.unsafe(`create database ${template}`);
  const url = new URL(ownerUrl);
  url.pathname = `/${template}`;
  const { appUrl } = await prepareDatabase({ ownerUrl: url.href, appPassword });
  return new URL(appUrl).username;
}

async function appUserOf(sql: postgres.Sql, template: string): Promise<string | undefined> {
  const [known] = await sql<{ note: string | null }[]>`
    select shobj_description(oid, 'pg_database') as note from pg_database where datname = ${template}`;
  return known?.note ? JSON.parse(known.note).user : undefined;
}

/** Templates of other migrations, once nobody has used them for an hour; clones of killed runs, when no other run is alive. */
async function dropLeftovers(sql: postgres.Sql, template: string, isFirstUser: boolean): Promise<void> {
  const others = await sql<{ name: string; note: string | null }[]>`
    select datname as name, shobj_description(oid, 'pg_database') as note from pg_database
    where not datistemplate and datname not in (${template}, 'postgres', current_database())`;
  for (const { name, note } of others) {
    const isTemplate = name.startsWith("template_");
    const { user, usedAt } = note ? JSON.parse(note) : { user: undefined, usedAt: 0 };
    if (isTemplate ? Date.now() - usedAt < keepMs : !isFirstUser) continue;
    await sql`drop database if exists ${sql(name)} with (force)`;
    if (user) await sql`drop role if exists ${sql(user)}`;
  }
}

function hashOf(...paths: string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    const isFolder = !path.includes(".");
    const files = isFolder
      ? readdirSync(join(root, path))
          .filter((name) => name.includes("."))
          .sort()
      : [""];
    for (const file of files) hash.update(file).update(readFileSync(join(root, path, file)));
  }
  return hash.digest("hex").slice(0, 16);
}
