import { request } from "node:http";

// Forked by told.mjs, so that listening takes nothing from whoever asks and measures.
const heard = new Map();

/** Opens `count` streams and tells, of every move, when the first and when the last of them heard of it. */
function listen({ port, cookie, count }) {
  let ready = 0;
  for (let number = 0; number < count; number++) {
    const asked = request(
      {
        host: "127.0.0.1",
        port,
        path: "/api/live",
        agent: false,
        headers: { cookie, accept: "text/event-stream" },
      },
      (stream) => {
        if (stream.statusCode !== 200) throw new Error(`/api/live answered ${stream.statusCode}`);
        let isFirst = true;
        stream.on("data", (chunk) => {
          const text = chunk.toString();
          if (isFirst && text.includes("data:")) {
            isFirst = false;
            ready += 1;
            if (ready === count) process.send({ ready: true });
            return;
          }
          for (const [, seq, message] of text.matchAll(/id: (\d+)\ndata: (.*)\n\n/g))
            note(seq, message, count);
        });
        stream.on("error", () => {});
      },
    );
    asked.on("error", () => {});
    asked.end();
  }
}

function note(seq, message, count) {
  const at = process.hrtime.bigint();
  const known = heard.get(seq) ?? { count: 0, firstAt: at, message };
  known.count += 1;
  heard.set(seq, known);
  if (known.count < count) return;
  heard.delete(seq);
  const cards = JSON.parse(known.message).cards.map(({ number, placement }) => ({ number, placement }));
  process.send({ cards, firstNs: String(known.firstAt), lastNs: String(at) });
}

process.on("message", listen);
process.on("disconnect", () => process.exit());
