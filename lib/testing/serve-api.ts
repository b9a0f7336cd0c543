import "server-only";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { answerApi } from "../api/answer-api";

/** Begins a process that serves the API and nothing else, and says on which port. */
export function startProcess(): void {
  const server = createServer(async (asked, told) => {
    const answer = await answerApi(await requestOf(asked));
    told.writeHead(answer.status, Object.fromEntries(answer.headers));
    told.end(await answer.text());
  });
  server.listen(0, "127.0.0.1", () => console.log(`api at ${(server.address() as AddressInfo).port}.`));
}

async function requestOf(asked: IncomingMessage): Promise<Request> {
  const parts: Buffer[] = [];
  for await (const part of asked) parts.push(part as Buffer);
  return new Request(`http://localhost${asked.url}`, {
    method: asked.method,
    headers: asked.headers as Record<string, string>,
    body: parts.length > 0 ? Buffer.concat(parts) : undefined,
  });
}
