import { X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";
import { writeDurably } from "./data-folder.mjs";

const DAY_MS = 24 * 60 * 60 * 1000;
const CA_DAYS = 3650;
const SERVER_DAYS = 397;
const RENEW_DAYS = 30;

/**
 * The shop's own certificate for `names` (hosts and addresses), signed by its own authority, both kept in the data folder: phones
 * trust the authority once, and the certificate is renewed at a start when it nears its end or a name is missing.
 * Resolves to `{ key, cert, authority }` in PEM.
 */
export async function openCertificate(folder, names) {
  const place = folder.at("tls");
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const authority = await openPair(join(place, "authority"), isFresh, makeAuthority);
  const server = await openPair(
    join(place, "server"),
    (cert) =>
      isFresh(cert) &&
      cert.checkIssued(new X509Certificate(authority.cert)) &&
      names.every((name) => covers(cert, name)),
    () => makeServer(authority, names),
  );
  return { key: server.key, cert: `${server.cert}${authority.cert}`, authority: authority.cert };
}

async function openPair(path, isGood, make) {
  const file = `${path}.pem`;
  if (existsSync(file)) {
    const [key, cert] = readFileSync(file, "utf8").split(/(?<=-----END PRIVATE KEY-----\r?\n)/);
    if (cert && isGood(new X509Certificate(cert))) return { key, cert };
  }
  const { private: key, cert } = await make();
  const pair = { key: ended(key), cert: ended(cert) };
  writeDurably(file, pair.key + pair.cert);
  return pair;
}

async function makeAuthority() {
  return generate(`Coatyard on ${hostname()}`, CA_DAYS, {
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
}

async function makeServer(authority, names) {
  const altNames = names.map((name) => (isIP(name) ? { type: 7, ip: name } : { type: 2, value: name }));
  return generate(names[0], SERVER_DAYS, {
    ca: { key: authority.key, cert: authority.cert },
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames },
    ],
  });
}

async function generate(commonName, days, options) {
  const { generate: make } = await import("selfsigned");
  return make([{ name: "commonName", value: commonName.slice(0, 64) }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    notBeforeDate: new Date(Date.now() - DAY_MS),
    notAfterDate: new Date(Date.now() + days * DAY_MS),
    ...options,
  });
}

function isFresh(cert) {
  return Date.parse(cert.validTo) - Date.now() > RENEW_DAYS * DAY_MS;
}

function covers(cert, name) {
  return Boolean(isIP(name) ? cert.checkIP(name) : cert.checkHost(name, { subject: "never" }));
}

const ended = (pem) => `${pem.trim()}\n`;
