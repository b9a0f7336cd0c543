import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** One request on a kept connection: `{ status, ms, bytes, body }`, bytes as they came over the wire, times in milliseconds. */
export function send({ port, path, method = "GET", cookie, body }) {
  const headers = { "accept-encoding": "gzip", "user-agent": "bench", ...(cookie && { cookie }) };
  const text = body && JSON.stringify(body);
  if (text)
    Object.assign(headers, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
      origin: `http://127.0.0.1:${port}`,
    });
  return new Promise((resolve, reject) => {
    const sentAt = performance.now();
    const asked = request({ agent, host: "127.0.0.1", port, path, method, headers }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const whole = Buffer.concat(chunks);
        resolve({
          status: answer.statusCode,
          ms: performance.now() - sentAt,
          bytes: whole.length,
          body: whole,
        });
      });
    });
    asked.on("error", reject);
    asked.end(text);
  });
}

/** As `send`, and refuses any status but 200. */
export async function sendOk(asked) {
  const answer = await send(asked);
  if (answer.status !== 200)
    throw new Error(
      `${asked.method ?? "GET"} ${asked.path} answered ${answer.status}: ${answer.body.subarray(0, 300)}`,
    );
  return answer;
}

export function closeConnections() {
  agent.destroy();
}
