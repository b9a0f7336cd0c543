import { spawn } from "node:child_process";
import { resolve } from "node:path";

const project = resolve(import.meta.dirname, "../..");

/** Runs `body` in a process of its own that has joined the built-in PostgreSQL of `data`, with `folder`, `server` and `sql` at hand. */
export async function runElsewhere(
  data: string,
  body: string,
  { env = {} as Record<string, string>, wrapper = [] as string[], from = project } = {},
) {
  const program = `
    import postgres from "postgres";
    import { appendFileSync, rmSync, writeFileSync } from "node:fs";
    import { openDataFolder } from "${from}/scripts/data-folder.mjs";
    import { joinEmbeddedPostgres } from "${from}/scripts/embedded-postgres.mjs";
    import { pause, until } from "${from}/scripts/live-process.mjs";
    const folder = openDataFolder(process.env.DATA);
    const server = await joinEmbeddedPostgres(folder);
    const sql = postgres(server.ownerUrl, { max: 1, onnotice() {} });
    ${body}
    await sql.end({ timeout: 1 });
    await server.release();`;
  const command = [...wrapper, process.execPath, "--input-type=module", "-e", program];
  const child = spawn(command[0] as string, command.slice(1), {
    cwd: project,
    env: { ...process.env, DATA: data, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise((done) => child.once("close", (status, signal) => done(signal ?? status)));
  return { code, output };
}
