import "server-only";
import { PgBoss } from "pg-boss";
import { env } from "../env";
import { log } from "../log";

const superviseSeconds = 15;

const held = globalThis as { coatyardBoss?: Promise<PgBoss> };

/** This process's hand on the queues. The owner made their tables; the app's role only uses them. */
export function boss(): Promise<PgBoss> {
  held.coatyardBoss ??= startBoss().catch((error) => {
    held.coatyardBoss = undefined;
    throw error;
  });
  return held.coatyardBoss;
}

async function startBoss(): Promise<PgBoss> {
  const { APP_DATABASE_URL, COATYARD_ROLE } = env();
  const isWorking = COATYARD_ROLE !== "web";
  const started = new PgBoss({
    connectionString: APP_DATABASE_URL,
    application_name: isWorking ? "coatyard worker" : "coatyard queue",
    max: isWorking ? 4 : 1,
    migrate: false,
    createSchema: false,
    supervise: isWorking,
    // What a killed worker had in hand is given out again this soon after its heartbeat ends, not a minute later.
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    schedule: false,
    useListenNotify: isWorking,
  });
  started.on("error", (error) => log.error({ err: error }, "queue"));
  return started.start();
}

/** Lets running work finish, then lets go. */
export async function stopBoss(): Promise<void> {
  const running = held.coatyardBoss;
  held.coatyardBoss = undefined;
  await (await running?.catch(() => undefined))?.stop({ graceful: true, timeout: 5_000 });
}
