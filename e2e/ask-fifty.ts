import { setTimeout as pause } from "node:timers/promises";
import { expect } from "@playwright/test";
import type { Actor } from "./actor";

/**
 * Asks the API for one customer fifty times at once under one Idempotency-Key, each time again until it is answered, as a
 * program does that hears nothing. Resolves, once all are, to a check that there is one customer and one answer.
 */
export async function askFifty(owner: Actor, base: string, round: number): Promise<() => Promise<void>> {
  const { id, key } = await owner.do<{ id: string; key: string }>("createApiKeyAction", {
    ...{ name: `Round ${round}`, scopes: ["customers:read", "customers:write"], days: 30 },
  });
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const name = `Fifty ${round}`;
  const untilTold = async (): Promise<string> => {
    for (;;) {
      const answer = await fetch(`${base}/api/v1/customers`, {
        method: "POST",
        headers: { ...headers, "idempotency-key": `round-${round}` },
        body: JSON.stringify({ name }),
        signal: AbortSignal.timeout(10_000),
      })
        .then(async (response) => (response.ok ? response.text() : null))
        .catch(() => null);
      if (answer !== null) return answer;
      await pause(100);
    }
  };
  const asked = Promise.all(Array.from({ length: 50 }, untilTold));
  return async () => {
    const answers = new Set(await asked);
    expect(answers.size).toBe(1);
    const listed = await fetch(`${base}/api/v1/customers?q=${encodeURIComponent(name)}`, { headers });
    const { items } = await listed.json();
    expect(items.filter((one: { name: string }) => one.name === name)).toHaveLength(1);
    await owner.do("revokeApiKeyAction", { id });
  };
}
