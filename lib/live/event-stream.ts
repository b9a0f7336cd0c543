import "server-only";
import type { MemberContext } from "../context";
import type { LiveMessage } from "./card";
import { onSessionEnd } from "./feeds";
import type { ShopFeed } from "./shop-feed";

const heartbeatMs = 20_000;
const mostBufferedMessages = 500;

const open = new Set<() => void>();
const encoder = new TextEncoder();
const encoded = new WeakMap<LiveMessage, Uint8Array>();

/** Closes every stream of this process, so that a shutdown need not wait for them. */
export function closeStreams(): void {
  for (const close of open) close();
}

/** How many streams this process holds open. */
export const countStreams = () => open.size;

/**
 * A shop's messages as server-sent events from a number on, without a gap: what was missed comes first.
 * It ends when its reader's session ends; `stillAllowed` is asked with every heartbeat and after any change of members.
 */
export function eventStream(
  feed: ShopFeed,
  ctx: MemberContext,
  after: number | null,
  stillAllowed: () => Promise<boolean>,
): ReadableStream<Uint8Array> {
  let close = (_isCancelled?: boolean) => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let missed: LiveMessage[] | null = [];
        const write = (bytes: Uint8Array) => {
          if (!open.has(close)) return;
          if ((controller.desiredSize ?? 0) < -mostBufferedMessages) close();
          else controller.enqueue(bytes);
        };
        const check = async () => {
          if (!(await stillAllowed().catch(() => true))) close();
        };
        const unlisten = feed.listen((message) => {
          if (missed) missed.push(message);
          else write(frame(message));
          if (message.members) void check();
        });
        const unwatch = onSessionEnd((sessionId) => {
          if (sessionId === ctx.actor.sessionId) close();
        });
        const heartbeat = setInterval(() => {
          write(encoder.encode(": still here\n\n"));
          void check();
        }, heartbeatMs);
        close = (isCancelled = false) => {
          if (!open.delete(close)) return;
          clearInterval(heartbeat);
          unlisten();
          unwatch();
          if (!isCancelled) controller.close();
        };
        open.add(close);
        write(encoder.encode("retry: 1000\n\n"));
        feed.since(after ?? feed.seq).then(
          (first) => {
            if (!open.has(close)) return;
            write(frame(first));
            for (const message of missed ?? []) write(frame(message));
            missed = null;
          },
          () => close(),
        );
      },
      cancel: () => close(true),
    },
    { highWaterMark: 64 },
  );
}

function frame(message: LiveMessage): Uint8Array {
  const known = encoded.get(message);
  if (known) return known;
  const bytes = encoder.encode(`id: ${message.seq}\ndata: ${JSON.stringify(message)}\n\n`);
  encoded.set(message, bytes);
  return bytes;
}
