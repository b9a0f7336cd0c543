import { existsSync } from "node:fs";
import { hostname, networkInterfaces } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotStart } from "./cannot-start.mjs";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const flags = ["--dev", "--worker", "--https", "--check"];
const roles = ["all", "web", "worker"];

/** Adds the settings in the project's `.env` to those of the process, which win. */
export function loadEnvFile() {
  const file = join(project, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Reads what the person who starts Coatyard asked for; refuses a wrong setting in one sentence that says what to set. */
export function readSettings(env, args = []) {
  const unknown = args.find((arg) => !flags.includes(arg));
  if (unknown) throw new CannotStart(`${unknown} is not an option: there are ${flags.join(", ")}.`);
  const has = (flag) => args.includes(flag);
  const isWorker = has("--worker");
  const isHttps = has("--https");
  if (isHttps && (has("--dev") || isWorker)) throw new CannotStart("--https goes with npm start alone.");
  const port = readPort(env.PORT);
  const host = env.HOST || (isHttps ? "0.0.0.0" : "localhost");
  const settings = {
    isDev: has("--dev"),
    isCheck: has("--check"),
    isHttps,
    host,
    port,
    role: isWorker ? "worker" : readRole(env.COATYARD_ROLE),
    dataPath: resolve(project, env.COATYARD_DATA || ".coatyard"),
    backupsPath: env.COATYARD_BACKUPS ? resolve(project, env.COATYARD_BACKUPS) : "",
    databaseUrl: readDatabaseUrl("DATABASE_URL", env.DATABASE_URL),
    appDatabaseUrl: readDatabaseUrl("APP_DATABASE_URL", env.APP_DATABASE_URL),
    authSecret: env.AUTH_SECRET || "",
    auditKey: env.AUDIT_KEY || "",
    publicUrl: readPublicUrl(env.COATYARD_URL) ?? defaultUrl({ host, port, isHttps }),
  };
  refusePlainHttp(settings, env);
  refuseHalfADatabase(settings);
  return settings;
}

/** The names and addresses under which other machines on the network may find this one. */
export function networkNames() {
  const addresses = Object.values(networkInterfaces())
    .flat()
    .filter(({ internal, scopeid }) => !internal && !scopeid);
  const name = hostname().toLowerCase();
  const names = name.includes(".") ? [name] : [name, `${name}.local`];
  return ["localhost", "127.0.0.1", "::1", ...names, ...new Set(addresses.map(({ address }) => address))];
}

function isThisMachine(host) {
  return ["localhost", "127.0.0.1", "::1", "[::1]"].includes(host);
}

function readPort(text = "3000") {
  const port = Number(text || "3000");
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new CannotStart(`PORT is “${text}”: set it to a number from 1 to 65535.`);
}

function readRole(text) {
  const role = text || "all";
  if (roles.includes(role)) return role;
  throw new CannotStart(`COATYARD_ROLE is “${text}”: set it to ${roles.join(", ")}, or leave it out.`);
}

function readDatabaseUrl(name, text) {
  if (!text) return "";
  if (/^postgres(ql)?:$/.test(parseUrl(text)?.protocol ?? "")) return text;
  throw new CannotStart(
    `${name} is not a PostgreSQL address: it looks like postgres://user:password@host:5432/database.`,
  );
}

function readPublicUrl(text) {
  if (!text) return null;
  const url = parseUrl(text);
  if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search) return url.origin;
  throw new CannotStart(
    `COATYARD_URL is “${text}”: set it to the address people open, such as https://shop.example.com.`,
  );
}

function parseUrl(text) {
  return URL.canParse(text) ? new URL(text) : null;
}

function defaultUrl({ host, port, isHttps }) {
  if (!isHttps) return new URL(`http://${bracketed(host)}:${port}`).origin;
  const isEverywhere = ["0.0.0.0", "::", "[::]"].includes(host);
  const reachable =
    networkNames().find((name) => /^\d+\./.test(name) && !name.startsWith("127.")) ?? "localhost";
  return new URL(`https://${bracketed(isEverywhere ? reachable : host)}:${port}`).origin;
}

/** A host as it stands in an address: IPv6 in brackets. */
export function bracketed(host) {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}

function refusePlainHttp({ role, host, isHttps, publicUrl }, env) {
  if (role === "worker" || isHttps) {
    if (isHttps && !publicUrl.startsWith("https:"))
      throw new CannotStart(`COATYARD_URL is ${publicUrl}: with --https it begins with https://.`);
    return;
  }
  const { protocol, hostname: name } = new URL(publicUrl);
  if (protocol === "https:" || (isThisMachine(host) && isThisMachine(name))) return;
  const cause = isThisMachine(host) ? `COATYARD_URL=${env.COATYARD_URL}` : `HOST=${host}`;
  throw new CannotStart(
    `${cause} lets other machines in, which needs https: set COATYARD_URL=https://… with an https proxy in front, or run npm start -- --https.`,
  );
}

function refuseHalfADatabase({ databaseUrl, appDatabaseUrl }) {
  if (appDatabaseUrl && !databaseUrl)
    throw new CannotStart(
      "APP_DATABASE_URL is set and DATABASE_URL is not: set the owner's DATABASE_URL too, or neither.",
    );
}
