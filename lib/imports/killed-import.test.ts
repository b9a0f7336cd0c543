import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { and, asc, count, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { customer } from "@/db/schema/customers";
import { event } from "@/db/schema/history";
import { importRow } from "@/db/schema/imports";
import { chanceOf } from "@/db/seed/seeded-random";
import { database, inTransaction, type MemberContext } from "../context";
import { boss } from "../outbox/boss";
import { buildWorker } from "../testing/build-worker";
import { testDatabase } from "../testing/database";
import { MortalWorker } from "../testing/mortal-worker";
import { releaseQueues } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import { isSoak, rounds } from "../testing/rounds";
import { getImportProgress } from "./list-imports";
import { runImport } from "./run-import";
import { startImport } from "./start-import";

const { appUrl } = testDatabase();
releaseQueues();

// After six tries the import is set down as failed.
const kills = rounds(4, 2);
const rowsBetweenKills = 150;
const mostPast = 50;
const chance = chanceOf("killed import");
const rows = rowsBetweenKills * (kills + 2);

let built: Awaited<ReturnType<typeof buildWorker>>;
let office: MemberContext;
let living: MortalWorker | undefined;
beforeAll(async () => {
  built = await buildWorker();
  ({ office } = await openRealShop());
});
afterAll(async () => {
  await living?.stop();
  built.remove();
});

async function startOne(): Promise<MortalWorker> {
  living = new MortalWorker(
    built.file,
    {
      APP_DATABASE_URL: appUrl,
      MAIL_FROM: "post@quillback.example",
      LOG_LEVEL: "info",
      DATABASE_POOL: "2",
    },
    [],
    () => null,
  );
  await living.start();
  return living;
}

const names = Array.from({ length: rows }, (_, at) => `Customer ${String(at + 1).padStart(5, "0")}`);

async function begin(): Promise<string> {
  const bytes = Buffer.from(`Customer,Phone\n${names.map((name) => `${name},`).join("\n")}\n`);
  const path = join(await mkdtemp(join(tmpdir(), "upload-")), "body");
  await writeFile(path, bytes);
  const received = { path, bytes: bytes.length, sha256: "", head: bytes.subarray(0, 4100) };
  const { id } = await startImport(office, { name: "people.csv", kind: undefined }, received);
  expect(await runImport(office, { id })).toEqual({ waiting: rows });
  return id;
}

const importedOf = async (id: string) => {
  const [found] = await inTransaction(office, ({ tx }) =>
    tx
      .select({ rows: count() })
      .from(importRow)
      .where(and(eq(importRow.runId, id), eq(importRow.state, "imported"))),
  );
  return found?.rows ?? 0;
};

/** Holds a row, so that whoever brings rows in waits before it, however slow this process is; resolves to what lets go. */
async function holdRow(runId: string, row: number): Promise<() => Promise<void>> {
  const held = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const holding = inTransaction(office, async ({ tx }) => {
    await tx.execute(sql`select from import_row where run_id = ${runId} and row = ${row} for update`);
    held.resolve();
    await over.promise;
  });
  await Promise.race([held.promise, holding]);
  return async () => {
    over.resolve();
    await holding;
  };
}

/** What a dead worker held is given out again once its heartbeat is too old: here at once, not half a minute later. */
async function missHeartbeat(): Promise<void> {
  await database().execute(
    sql`update pgboss.job set heartbeat_on = now() - interval '1 hour' where name = 'run-import' and state = 'active'`,
  );
  await database().execute(
    sql`update pgboss.queue set monitor_on = null, monitor_claim_on = null where name = 'run-import'`,
  );
  await (await boss()).supervise("run-import");
  // With every try the queue waits twice as long.
  await database().execute(
    sql`update pgboss.job set start_after = now() where name = 'run-import' and state = 'retry'`,
  );
}

test(
  "SECURITY reliability: an import whose worker is killed is taken up by the next, no row lost and none doubled",
  async () => {
    const id = await begin();
    const numbers = await inTransaction(office, ({ tx }) =>
      tx
        .select({ row: importRow.row })
        .from(importRow)
        .where(eq(importRow.state, "waiting"))
        .orderBy(asc(importRow.row)),
    );
    for (let killed = 1; killed <= kills; killed += 1) {
      const before = rowsBetweenKills * killed;
      const [goOn, letEnd] = await Promise.all(
        [before, before + mostPast].map((at) => holdRow(id, numbers[at]?.row as number)),
      );
      const worker = await startOne();
      await expect.poll(() => importedOf(id), { timeout: 60_000, interval: 20 }).toBe(before);
      await goOn?.();
      await pause(chance.whole(0, 60));
      await worker.stop();
      await letEnd?.();
      expect(await importedOf(id)).toBeLessThanOrEqual(before + mostPast);
      expect((await getImportProgress(office, id)).run.state).toBe("running");
      await missHeartbeat();
    }
    await startOne();
    await expect
      .poll(async () => (await getImportProgress(office, id)).run.state, { timeout: 60_000 })
      .toBe("done");
    expect(await importedOf(id)).toBe(rows);
    const made = await inTransaction(office, ({ tx }) =>
      tx.select({ name: customer.name }).from(customer).orderBy(asc(customer.name)),
    );
    expect(made.map(({ name }) => name)).toEqual(names);
    const told = await inTransaction(office, ({ tx }) => tx.select().from(event));
    expect(told.filter(({ kind }) => kind === "customer.created")).toHaveLength(rows);
    expect(told.filter(({ subjectId }) => subjectId === id).map(({ kind }) => kind)).toEqual([
      "import.started",
      "import.begun",
      "import.ended",
    ]);
  },
  isSoak ? 300_000 : 120_000,
);
