import { Agent, createServer as createHttpServer, request } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { createServer } from "node:net";

const TLS_HANDSHAKE = 22;
const perHop = /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/i;
const claimed = /^(x-forwarded-.*|x-real-ip|forwarded)$/i;

/** Where a phone fetches the authority it is to trust, over plain http on the same port. */
export const AUTHORITY_PATH = "/coatyard-ca.crt";

/**
 * Ends TLS on `host:port` and hands each request, streaming both ways, to the app on this machine's `innerPort`, with the caller's
 * true address in X-Forwarded-*. Plain http on the same port gets the authority's certificate or a redirect to https.
 */
export async function openTlsProxy({ host, port, innerPort, certificate, publicUrl }) {
  const agent = new Agent({ keepAlive: true });
  const { key, cert, authority } = certificate;
  const secure = createHttpsServer({ key, cert }, (incoming, outgoing) =>
    forward(incoming, outgoing, { agent, innerPort }),
  );
  const plain = createHttpServer((incoming, outgoing) =>
    answerPlain(incoming, outgoing, { authority, publicUrl }),
  );
  const sockets = new Set();
  const door = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.setTimeout(30_000, () => socket.destroy());
    socket.once("data", (first) => {
      socket.pause();
      socket.setTimeout(0);
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? secure : plain).emit("connection", socket);
      process.nextTick(() => socket.resume());
    });
  });
  secure.on("tlsClientError", (_error, socket) => socket.destroy());
  await new Promise((resolve, reject) => {
    door.once("error", reject);
    door.listen({ host: host.replace(/^\[|\]$/g, ""), port }, resolve);
  });
  return {
    async close() {
      for (const socket of sockets) socket.destroy();
      agent.destroy();
      await new Promise((resolve) => door.close(resolve));
    },
  };
}

function forward(incoming, outgoing, { agent, innerPort }) {
  const upstream = request({
    agent,
    host: "127.0.0.1",
    port: innerPort,
    method: incoming.method,
    path: incoming.url,
    headers: [
      ...kept(incoming.rawHeaders, (name) => !perHop.test(name) && !claimed.test(name)),
      ...["X-Forwarded-For", incoming.socket.remoteAddress?.replace(/^::ffff:/, "") ?? ""],
      ...["X-Forwarded-Proto", "https", "X-Forwarded-Host", incoming.headers.host ?? ""],
      ...(incoming.headers["transfer-encoding"] ? ["Transfer-Encoding", "chunked"] : []),
    ],
  });
  upstream.on("response", (answer) => {
    outgoing.writeHead(
      answer.statusCode,
      answer.statusMessage,
      kept(answer.rawHeaders, (name) => !perHop.test(name)),
    );
    outgoing.flushHeaders();
    answer.pipe(outgoing);
    answer.on("error", () => outgoing.destroy());
  });
  upstream.on("error", () => {
    if (outgoing.headersSent) outgoing.destroy();
    else
      outgoing
        .writeHead(502, { "content-type": "text/plain", "retry-after": "1" })
        .end("Coatyard is starting. Try again in a moment.\n");
  });
  outgoing.on("close", () => upstream.destroy());
  incoming.pipe(upstream);
}

function kept(rawHeaders, isKept) {
  const pairs = [];
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (isKept(rawHeaders[at])) pairs.push(rawHeaders[at], rawHeaders[at + 1]);
  return pairs;
}

function answerPlain(incoming, outgoing, { authority, publicUrl }) {
  if (incoming.url === AUTHORITY_PATH) {
    outgoing
      .writeHead(200, { "content-type": "application/x-x509-ca-cert", "cache-control": "no-store" })
      .end(authority);
    return;
  }
  outgoing
    .writeHead(307, { location: `${publicUrl}${incoming.url?.startsWith("/") ? incoming.url : "/"}` })
    .end();
}
