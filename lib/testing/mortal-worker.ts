import { type ChildProcess, spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { SMTPServer } from "smtp-server";

const endWithParent = new URL("../../scripts/end-with-parent.mjs", import.meta.url).href;

/** When a worker is killed: as its process starts, or in the middle of handing a mail over. */
export const moments = ["starting", "greeting", "recipient", "received", "acknowledged"] as const;
type Moment = (typeof moments)[number];

/** A mail as the server took it: accepted, whether or not the worker lived to hear so. */
export type Taken = { messageId: string; body: string };

/**
 * A worker process of its own with a mail server of its own, which kills it at a chosen moment of a chosen mail; the next
 * one starts at once. Its `next` says when and resolves the fate of one life: null lets it live.
 */
export class MortalWorker {
  kills = 0;
  private child: ChildProcess | null = null;
  private fate: { moment: Moment; spared: number } | null = null;
  private isOver = false;
  private readonly server: SMTPServer;
  private gone: Promise<unknown> = Promise.resolve();
  output = "";

  constructor(
    private readonly file: string,
    private readonly env: Record<string, string>,
    private readonly taken: Taken[],
    private readonly next: () => { moment: Moment; spared: number } | null,
  ) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onConnect: (_, done) => this.pass("greeting", done),
      onRcptTo: (_, __, done) => this.pass("recipient", done),
      onData: (stream, _, done) => {
        let source = "";
        stream.on("data", (chunk: Buffer) => (source += chunk));
        stream.on("end", () => {
          const messageId = source.match(/^Message-ID: <(.*?)>/m)?.[1] ?? "";
          this.taken.push({ messageId, body: source });
          this.pass("received", done);
          this.pass("acknowledged", () => {});
        });
      },
    });
    // A killed client breaks its connection off; that is what it is here for.
    this.server.on("error", () => {});
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    this.live();
  }

  async stop(): Promise<void> {
    this.isOver = true;
    this.child?.kill("SIGKILL");
    await this.gone;
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private live(): void {
    this.fate = this.next();
    const { port } = this.server.server.address() as AddressInfo;
    const start = `import(${JSON.stringify(pathToFileURL(this.file).href)}).then((one) => one.startProcess())`;
    const child = spawn(process.execPath, ["--import", endWithParent, "--input-type=module", "-e", start], {
      env: {
        ...process.env,
        ...this.env,
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        COATYARD_ROLE: "worker",
        NODE_COMPILE_CACHE: join(dirname(this.file), "cache"),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => this.hear(String(chunk)));
    this.gone = new Promise((resolve) => child.once("close", resolve));
    void this.gone.then(() => !this.isOver && this.live());
  }

  private hear(line: string): void {
    this.output = `${this.output}${line}`.slice(-5_000);
    if (line.includes("worker ready")) this.pass("starting", () => {});
  }

  private pass(moment: Moment, goOn: () => void): void {
    if (this.fate?.moment !== moment) return goOn();
    if (moment !== "starting" && this.fate.spared-- > 0) return goOn();
    this.fate = null;
    this.kills += 1;
    this.child?.kill("SIGKILL");
  }
}
