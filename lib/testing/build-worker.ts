import { mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";

const root = resolve(import.meta.dirname, "../..");

export type Built = { file: string; remove: () => void };

/** Puts what a worker process runs into one file that plain Node takes, and says how to remove it. The app's own build does the same. */
export const buildWorker = (): Promise<Built> => buildProcess("lib/worker/start-process.ts");

/** The same of any module of ours that a process begins with. */
export async function buildProcess(begin: string): Promise<Built> {
  const folder = mkdtempSync(join(root, ".coatyard/test/worker-"));
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    resolve: {
      alias: [
        { find: /^@\//, replacement: `${root}/` },
        { find: /^server-only$/, replacement: resolve(root, "node_modules/server-only/empty.js") },
      ],
    },
    // In one file with most packages it starts three times as fast.
    ssr: { noExternal: true, external: ["sharp", "@node-rs/argon2", "pino", "pg-boss", "nodemailer"] },
    build: {
      ssr: resolve(root, begin),
      outDir: folder,
      minify: false,
      target: "node22",
      rolldownOptions: { output: { entryFileNames: "worker.mjs" } },
    },
  });
  return {
    file: join(folder, "worker.mjs"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
