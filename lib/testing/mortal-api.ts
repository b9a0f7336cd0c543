import { type ChildProcess, spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const endWithParent = new URL("../../scripts/end-with-parent.mjs", import.meta.url).href;

/** A process that serves the API from a built file. Killed, another takes its place at once, at another address. */
export class MortalApi {
  kills = 0;
  /** Where the process of the moment listens, or the last one did. */
  url = "";
  private child: ChildProcess | undefined;
  private gone: Promise<unknown> = Promise.resolve();
  private output = "";

  constructor(
    private readonly file: string,
    private readonly appUrl: string,
  ) {}

  start(): Promise<void> {
    const begin = `import(${JSON.stringify(pathToFileURL(this.file).href)}).then((one) => one.startProcess())`;
    const child = spawn(process.execPath, ["--import", endWithParent, "--input-type=module", "-e", begin], {
      env: {
        ...process.env,
        APP_DATABASE_URL: this.appUrl,
        COATYARD_ROLE: "web",
        DATABASE_POOL: "5",
        NODE_COMPILE_CACHE: join(dirname(this.file), "cache"),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    this.gone = new Promise((resolve) => child.once("close", resolve));
    return new Promise((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        this.output = `${this.output}${chunk}`.slice(-5_000);
        const port = /api at (\d+)\.\n$/.exec(this.output)?.[1];
        if (!port) return;
        this.url = `http://127.0.0.1:${port}`;
        resolve();
      };
      for (const stream of [child.stdout, child.stderr]) stream.on("data", hear);
      child.once("exit", () => reject(new Error(`the API ended before it listened:\n${this.output}`)));
    });
  }

  /** Ends it as a crash would, and resolves once the next one listens. */
  async kill(): Promise<void> {
    this.kills += 1;
    this.child?.kill("SIGKILL");
    await this.gone;
    await this.start();
  }

  async stop(): Promise<void> {
    this.child?.kill("SIGKILL");
    await this.gone;
  }
}
