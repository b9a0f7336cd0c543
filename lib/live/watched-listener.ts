import "server-only";
import { randomUUID } from "node:crypto";
import { openListener } from "@/db/client";
import { log } from "../log";

type Channel = {
  name: string;
  tell: (payload: string) => void;
  /** Called whenever something may have been missed: on the first connection and on every other. */
  onListening?: () => void;
};

/**
 * One connection that listens on channels and is itself listened to: it sends itself a pulse with every beat, and when
 * that does not come back by the next one, another connection is opened in its place. A cut that the network does not
 * tell of would otherwise be silence for good.
 */
export class WatchedListener {
  private line: ReturnType<typeof openListener> | undefined;
  private connecting: Promise<unknown> = Promise.resolve();
  private isHeard = true;
  private readonly pulse = `coatyard_pulse_${randomUUID().replaceAll("-", "")}`;
  private readonly beating: NodeJS.Timeout;

  constructor(
    private readonly url: string,
    private readonly channels: readonly Channel[],
    beatMs = 15_000,
  ) {
    this.connect();
    this.beating = setInterval(() => this.beat(), beatMs);
    this.beating.unref();
  }

  /** Resolves once a connection has listened; rejects when none could be made, until one is. */
  ready(): Promise<unknown> {
    return this.connecting;
  }

  async close(): Promise<void> {
    clearInterval(this.beating);
    await this.line?.end({ timeout: 1 });
  }

  private connect(): void {
    const line = openListener(this.url);
    this.line = line;
    this.isHeard = false;
    const heard = () => {
      if (this.line === line) this.isHeard = true;
    };
    // Listened to last, here and by the client on every other connection: then the channels before it are heard, too.
    const listening = () => {
      heard();
      if (this.line === line) this.connecting = Promise.resolve();
    };
    this.connecting = Promise.all([
      ...this.channels.map(({ name, tell, onListening }) => line.listen(name, tell, onListening)),
      line.listen(this.pulse, heard, listening),
    ]);
    this.connecting.catch((error) => log.warn({ err: error }, "the live connection could not be made"));
  }

  private beat(): void {
    if (this.isHeard) {
      this.isHeard = false;
      // A pulse that cannot be sent is one that is not heard.
      this.line?.notify(this.pulse, "").catch(() => undefined);
      return;
    }
    log.warn("the live connection fell silent, another is opened");
    void this.line?.end({ timeout: 0 });
    this.connect();
  }
}
