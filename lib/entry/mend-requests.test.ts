import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mendRequests } from "./mend-requests";

const server = createServer((request, response) => response.end(`${request.method} ${request.url}`));
beforeAll(() => {
  mendRequests();
  return new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Sent as it is written, as no client would. */
function ask(method: string, path: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.end(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  let answer = "";
  socket.on("data", (chunk) => (answer += chunk));
  return new Promise((resolve) => socket.once("close", () => resolve(answer.split("\r\n\r\n")[1] ?? "")));
}

test.each([
  ["GET", "/api/v1/jobs/%zz?q=%zz", "GET /api/v1/jobs/%25zz?q=%zz"],
  ["GET", "/jobs/%ff%41", "GET /jobs/%25ff%2541"],
  ["GET", "/jobs/%41?q=%C3%A5", "GET /jobs/%41?q=%C3%A5"],
  ["TRACE", "/board", "OPTIONS /board"],
  ["PUT", "/api/v1/jobs/1042/stage", "PUT /api/v1/jobs/1042/stage"],
])("%s %s is met as %s", async (method, path, met) => {
  expect(await ask(method, path)).toContain(met);
});
