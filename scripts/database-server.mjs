import { CannotStart } from "./cannot-start.mjs";

const OLDEST = 15;
const SILENT_MS = 12_000;

/** Proves that a PostgreSQL address works for its owner and is new enough; refuses in one sentence without the password. */
export async function checkDatabaseServer(url) {
  const [{ version }] = await ask("DATABASE_URL", url, (sql) =>
    sql.unsafe("select current_setting('server_version_num') as version").simple(),
  );
  const major = Math.floor(Number(version) / 10_000);
  if (major < OLDEST)
    throw new CannotStart(`DATABASE_URL leads to PostgreSQL ${major}: Coatyard needs ${OLDEST} or later.`);
}

/** Proves that the app's own login works and is bound by row-level security. */
export async function checkAppLogin(url) {
  const [login] = await ask(
    "APP_DATABASE_URL",
    url,
    (sql) => sql`
    select rolsuper or rolbypassrls as "isUnbound" from pg_roles where rolname = current_user`,
  );
  if (login.isUnbound)
    throw new CannotStart(
      "APP_DATABASE_URL names a user who sees past row-level security: give it one without SUPERUSER and BYPASSRLS.",
    );
}

async function ask(name, url, query) {
  const { connectPostgres } = await import("./connect-postgres.mjs");
  const sql = connectPostgres(url, { connect_timeout: 10 });
  try {
    return await Promise.race([query(sql), silence()]);
  } catch (error) {
    throw new CannotStart(sentence(name, new URL(url), error), { cause: error });
  } finally {
    await sql.end({ timeout: 0 });
  }
}

async function silence() {
  await new Promise((resolve) => setTimeout(resolve, SILENT_MS).unref());
  throw Object.assign(new Error("no answer"), { code: "CONNECT_TIMEOUT" });
}

function sentence(name, { hostname, port, pathname, username }, error) {
  const place = `${hostname}:${port || 5432}`;
  switch (error.code) {
    case "ECONNREFUSED":
      return `${name} leads to ${place}, where no database answers: start that server or correct the address.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `${name} leads to ${hostname}, a name that cannot be found: correct the address.`;
    case "CONNECT_TIMEOUT":
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return `${name} leads to ${place}, which does not answer within ten seconds: check the address and the firewall.`;
    case "28P01":
    case "28000":
      return `${name} is refused by ${place}: correct the user “${decodeURIComponent(username)}” or the password.`;
    case "3D000":
      return `${name} names the database “${decodeURIComponent(pathname.slice(1))}”, which is not there: create it or correct the name.`;
    default:
      return `${name} does not work: ${error.message}.`;
  }
}
