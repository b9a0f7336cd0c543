import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { customer } from "@/db/schema/customers";
import { event } from "@/db/schema/history";
import { throttle } from "@/db/schema/people";
import { chanceOf } from "@/db/seed/seeded-random";
import { database, inTransaction } from "../context";
import { openApiShop } from "../testing/api-shop";
import { type Built, buildProcess } from "../testing/build-worker";
import { testDatabase } from "../testing/database";
import { MortalApi } from "../testing/mortal-api";
import { isSoak, rounds } from "../testing/rounds";

const { appUrl } = testDatabase();
const times = rounds(100, 5);
const chance = chanceOf("killed api");

let built: Built;
let servers: MortalApi[] = [];
beforeAll(async () => {
  built = await buildProcess("lib/testing/serve-api.ts");
  servers = [1, 2].map(() => new MortalApi(built.file, appUrl));
  await Promise.all(servers.map((one) => one.start()));
});
afterAll(async () => {
  await Promise.all(servers.map((one) => one.stop()));
  built.remove();
});

type Told = { id: string; isFirst: boolean };
const seen = { cut: 0, unheard: 0 };

/** Asks as a program does: again, at either process, when it hears nothing. */
async function untilTold(key: string, round: number, at: number): Promise<Told> {
  for (let tries = at; ; tries++) {
    try {
      const answer = await fetch(`${servers[tries % 2]?.url}/api/v1/customers`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${key}`,
          "content-type": "application/json",
          "idempotency-key": `round-${round}`,
        },
        body: JSON.stringify({ name: `Acme ${round}` }),
      });
      const told = await answer.json();
      if (answer.status === 201) return { id: told.id, isFirst: !answer.headers.has("idempotency-replayed") };
      expect({ status: answer.status, told }).toEqual({ status: 429, told: expect.anything() });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      const { code } = error.cause as { code?: string };
      if (code !== "ECONNREFUSED") seen.cut += 1;
      await pause(20);
    }
  }
}

test(
  `SECURITY, same request twice: ${times} × 50 at once under one name, the processes that answer killed meanwhile, have one effect`,
  async () => {
    const { owner, key } = await openApiShop();
    for (let round = 0; round < times; round++) {
      const asked = Promise.all(Array.from({ length: 50 }, (_, at) => untilTold(key, round, at)));
      await pause(chance.whole(0, 120));
      const dying = chance.happens(0.3) ? servers : servers.slice(round % 2, (round % 2) + 1);
      await Promise.all(dying.map((one) => one.kill()));
      const told = await asked;
      expect(new Set(told.map(({ id }) => id)).size).toBe(1);
      const firsts = told.filter(({ isFirst }) => isFirst).length;
      expect(firsts).toBeLessThan(2);
      if (firsts === 0) seen.unheard += 1;
      await database().delete(throttle);
    }
    const { rows, events } = await inTransaction(owner, async ({ tx }) => ({
      rows: await tx.select({ name: customer.name }).from(customer),
      events: await tx.select({ after: event.after }).from(event).where(eq(event.kind, "customer.created")),
    }));
    const names = Array.from({ length: times }, (_, round) => `Acme ${round}`).sort();
    expect(rows.map(({ name }) => name).sort()).toEqual(names);
    expect(events.map(({ after }) => after?.name as string).sort()).toEqual(names);
    const kills = servers.reduce((sum, one) => sum + one.kills, 0);
    console.log(
      `idempotency: ${times} × 50 requests, ${kills} processes killed, ${seen.cut} requests cut, ${seen.unheard} times nobody heard the first answer`,
    );
    expect(seen.cut).toBeGreaterThan(0);
  },
  isSoak ? 3_600_000 : 60_000,
);
