import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, request as plainRequest, type RequestListener } from "node:http";
import { request } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { freePort } from "./app-process.mjs";
import { openCertificate } from "./certificate.mjs";
import { openDataFolder } from "./data-folder.mjs";
import { AUTHORITY_PATH, openTlsProxy } from "./tls-proxy.mjs";

let place: string;
let closers: (() => unknown)[];

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "coatyard-tls-"));
  closers = [() => rmSync(place, { recursive: true, force: true })];
});
afterEach(async () => {
  for (const close of closers.reverse()) await close();
});

const names = ["localhost", "127.0.0.1", "::1", "shop.local"];

async function proxyTo(app: RequestListener) {
  const inner = createServer(app);
  await new Promise<void>((done) => inner.listen(0, "127.0.0.1", done));
  closers.push(
    () => inner.close(),
    () => inner.closeAllConnections(),
  );
  const port = await freePort();
  const certificate = await openCertificate(openDataFolder(place), names);
  const publicUrl = `https://localhost:${port}`;
  const innerPort = (inner.address() as AddressInfo).port;
  const proxy = await openTlsProxy({ host: "localhost", port, innerPort, certificate, publicUrl });
  closers.push(proxy.close);
  return { port, ca: certificate.authority, publicUrl };
}

function get(options: object, body?: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "localhost", agent: false, ...options }, resolve);
    asked.once("error", reject);
    asked.end(body);
  });
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of answer) text += chunk;
  return text;
}

it("tells the app who really asks, whatever the caller claims", async () => {
  const { port, ca } = await proxyTo((asked, answer) => answer.end(JSON.stringify(asked.headers)));
  const claims = {
    "x-forwarded-for": "6.6.6.6",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "http",
    forwarded: "for=6.6.6.6",
    "x-real-ip": "6.6.6.6",
  };
  const seen = JSON.parse(await textOf(await get({ port, ca, headers: { ...claims, cookie: "a=1" } })));
  expect(seen).toMatchObject({
    "x-forwarded-proto": "https",
    "x-forwarded-host": `localhost:${port}`,
    host: `localhost:${port}`,
    cookie: "a=1",
  });
  expect(["127.0.0.1", "::1"]).toContain(seen["x-forwarded-for"]);
  expect(JSON.stringify(seen)).not.toMatch(/6\.6\.6\.6|evil/);
});

it("passes a large body both ways and keeps every header of an answer", async () => {
  const { port, ca } = await proxyTo((asked, answer) => {
    answer.writeHead(
      201,
      [
        ["set-cookie", "a=1"],
        ["set-cookie", "b=2"],
        ["x-kept", "yes"],
      ].flat(),
    );
    asked.pipe(answer);
  });
  const body = Buffer.alloc(20_000_000, "coatyard");
  const answer = await get({ port, ca, method: "POST" }, body);
  expect(answer.statusCode).toBe(201);
  expect(answer.headers).toMatchObject({ "set-cookie": ["a=1", "b=2"], "x-kept": "yes" });
  expect((await textOf(answer)).length).toBe(body.length);
});

it("streams events as they come, and tells the app when the reader has left", async () => {
  let left: () => void = () => {};
  const hasLeft = new Promise<void>((done) => (left = done));
  const { port, ca } = await proxyTo((_asked, answer) => {
    answer.writeHead(200, { "content-type": "text/event-stream" });
    answer.write("data: 1\n\n");
    answer.once("close", left);
  });
  const answer = await get({ port, ca });
  expect(String(await new Promise((done) => answer.once("data", done)))).toBe("data: 1\n\n");
  answer.destroy();
  await hasLeft;
});

it("says that it is starting while the app is away", async () => {
  const { port, ca } = await proxyTo((asked) => asked.socket.destroy());
  expect((await get({ port, ca })).statusCode).toBe(502);
});

it("hands the authority out over plain http, and leads everything else to https", async () => {
  const { port, ca, publicUrl } = await proxyTo((_asked, answer) => answer.end());
  const plain = (path: string) =>
    new Promise<IncomingMessage>((done) =>
      plainRequest(
        { host: "localhost", port, path, agent: false, headers: { host: "evil.example" } },
        done,
      ).end(),
    );
  const authority = await plain(AUTHORITY_PATH);
  expect(authority.headers["content-type"]).toBe("application/x-x509-ca-cert");
  expect(await textOf(authority)).toBe(ca);
  expect((await plain("/board?x=1")).headers.location).toBe(`${publicUrl}/board?x=1`);
});

it("keeps its certificate, and makes a new one under the same authority when a name is missing", async () => {
  const folder = openDataFolder(place);
  const first = await openCertificate(folder, names);
  expect(await openCertificate(folder, names)).toEqual(first);
  const second = await openCertificate(folder, [...names, "10.1.2.3"]);
  expect(second.authority).toBe(first.authority);
  expect(second.cert).not.toBe(first.cert);
  expect(readFileSync(join(place, "tls/authority.pem"), "utf8")).toContain("PRIVATE KEY");
});
