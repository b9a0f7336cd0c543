import { afterAll, beforeAll } from "vitest";
import { chanceOf } from "@/db/seed/seeded-random";
import { buildWorker } from "./build-worker";
import { MortalWorker, moments, type Taken } from "./mortal-worker";

const atOnce = 2;

/** Two workers that send mails and are killed so many times in all, at every moment in turn; then they are let be. */
export function mortalWorkers(appUrl: string, { kills, seed }: { kills: number; seed: string }) {
  const chance = chanceOf(seed);
  const taken: Taken[] = [];
  let planned = 0;
  let workers: MortalWorker[] = [];
  let built: Awaited<ReturnType<typeof buildWorker>>;

  const nextFate = () => {
    if (planned >= kills) return null;
    planned += 1;
    const moment = moments[planned % moments.length] as (typeof moments)[number];
    return { moment, spared: chance.whole(0, 2) };
  };
  beforeAll(async () => {
    built = await buildWorker();
    const env = {
      APP_DATABASE_URL: appUrl,
      MAIL_FROM: "post@quillback.example",
      LOG_LEVEL: "info",
      DATABASE_POOL: "2",
    };
    workers = Array.from({ length: atOnce }, () => new MortalWorker(built.file, env, taken, nextFate));
  });
  afterAll(async () => {
    await Promise.all(workers.map((one) => one.stop()));
    built.remove();
  });
  return {
    /** The mails that arrived. */
    taken,
    start: () => Promise.all(workers.map((one) => one.start())),
    killed: () => workers.reduce((sum, one) => sum + one.kills, 0),
  };
}
