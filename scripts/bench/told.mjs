import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { pause } from "../live-process.mjs";
import { Mover } from "./mover.mjs";

/**
 * From the sending of a move to its news on every one of `count` streams, in milliseconds: of the first and of the last to hear,
 * and of the mover's own answer.
 */
export async function timeToTell(shop, { count, moves }) {
  const child = fork(fileURLToPath(new URL("listeners.mjs", import.meta.url)));
  const sent = new Map();
  const told = { first: [], last: [], answer: [] };
  let tell = () => {};
  child.on("message", ({ cards, firstNs, lastNs }) => {
    for (const { number, placement } of cards ?? []) {
      const at = sent.get(`${number} ${placement}`);
      if (at === undefined) continue;
      told.first.push(milliseconds(BigInt(firstNs) - at));
      told.last.push(milliseconds(BigInt(lastNs) - at));
      tell();
    }
  });
  try {
    child.send({ port: shop.port, cookie: shop.cookie.header, count });
    await once(child, "message");
    await pause(300);
    const mover = new Mover(shop);
    for (let turn = 0; turn < moves; turn++) {
      const heard = new Promise((resolve, reject) => {
        tell = resolve;
        setTimeout(
          () => reject(new Error("A listener was not told of a move within ten seconds.")),
          10_000,
        ).unref();
      });
      const began = process.hrtime.bigint();
      const next = mover.peek();
      sent.set(`${next.number} ${next.placement + 1}`, began);
      const moved = await mover.move();
      told.answer.push(moved.ms);
      await heard;
      await pause(5);
    }
  } finally {
    child.disconnect();
    await once(child, "exit");
  }
  return told;
}

const milliseconds = (ns) => Number(ns) / 1e6;
