import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { isSoak } from "./lib/testing/rounds";

const root = import.meta.dirname;

// An odd time zone and an odd alphabet, so that code which forgets to name its own fails here. Workers inherit them.
process.env.TZ = "Pacific/Chatham";
process.env.LANG = "tr_TR.UTF-8";
process.env.LC_ALL = "tr_TR.UTF-8";

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      { find: /^server-only$/, replacement: resolve(root, "node_modules/server-only/empty.js") },
    ],
  },
  test: {
    include: ["**/*.test.{ts,tsx,mjs}"],
    exclude: ["**/node_modules/**", ".next/**", ".coatyard/**", "e2e/**"],
    globalSetup: "lib/testing/test-server.ts",
    pool: "forks",
    // Tests wait for PostgreSQL half of their time; by itself Vitest would leave a core of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: isSoak ? 3_600_000 : 20_000,
    hookTimeout: 60_000,
  },
});
