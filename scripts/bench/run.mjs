import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { closeConnections } from "./http.mjs";
import { summary } from "./measure.mjs";
import { readOptions } from "./options.mjs";
import { serverTimes } from "./server-times.mjs";
import { standBench } from "./stand.mjs";
import { timeToTell } from "./told.mjs";

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export async function runBench(args, say) {
  const options = readOptions(args);
  const undo = [];
  try {
    const stand = await standBench(project, options, { say, undo });
    say("Measuring the server");
    const server = await serverTimes(stand, options);
    say("Measuring what listeners hear");
    const one = await timeToTell(stand.long, { count: 1, moves: options.rounds * 40 });
    const many = await timeToTell(stand.long, { count: options.listeners, moves: options.rounds * 20 });
    console.dir(
      {
        server,
        one: summary(one.last),
        first: summary(many.first),
        last: summary(many.last),
        answer: summary(many.answer),
      },
      { depth: 5 },
    );
  } finally {
    closeConnections();
    while (undo.length > 0) await undo.pop()();
  }
}
