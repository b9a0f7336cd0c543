import { expect, test } from "@playwright/test";
import { type Role, roles } from "../db/vocabulary";
import { Actor, actionNames } from "./actor";
import { harmlessActions, memberActions, publicActions } from "./walk/actions";
import { linkActions, portalActions } from "./walk/portal";
import { withNul } from "./walk/with-nul";
import { openWorld, type World } from "./walk/world";

test.describe.configure({ timeout: 600_000 });

let world: World;
const counts = { calls: 0, allowed: 0, refused: 0 };

test.beforeAll(async () => {
  world = await openWorld();
});

test.afterAll(async () => {
  console.log(
    `action walk: ${actionNames().length} actions, ${counts.calls} calls, ${counts.allowed} allowed, ${counts.refused} refused`,
  );
  await world.sql.end();
});

test("SECURITY 11: the walk covers every server action of the build", () => {
  const walked = [
    ...Object.keys(memberActions),
    ...Object.keys(publicActions),
    ...harmlessActions,
    ...Object.keys(portalActions),
    ...Object.keys(linkActions),
  ].sort();
  expect(walked).toEqual(actionNames());
});

const foreignOrigins: [string, string | null][] = [
  ["a foreign site", "https://evil.example"],
  ["a null Origin", "null"],
  ["no Origin", null],
];

for (const [name, door] of Object.entries(memberActions)) {
  test(`SECURITY 11, 20: ${name} opens to whom it should, from our own pages alone`, async () => {
    const ask = async (by: Actor, input: unknown, origin?: string | null) => {
      counts.calls += 1;
      const answer = await by.call(name, input, origin === undefined ? {} : { origin });
      counts[answer.ok ? "allowed" : "refused"] += 1;
      return answer;
    };
    for (const role of roles) {
      const by = world.people[role as Role];
      const answer = await ask(by, await door.input(world, by));
      const told = { role, ok: answer.ok, code: answer.ok ? "" : answer.code };
      if (door.may.includes(role))
        expect(told, answer.ok ? "" : answer.message).toEqual({ role, ok: true, code: "" });
      else expect(told).toEqual({ role, ok: false, code: "forbidden" });
    }
    const rightful = world.people[door.may[0] as Role];
    for (const [what, origin] of foreignOrigins) {
      const answer = await ask(rightful, await door.input(world, rightful), origin);
      expect({ what, ok: answer.ok, code: answer.ok ? "" : answer.code }).toEqual({
        what,
        ok: false,
        code: "wrong-origin",
      });
    }
    const unused = await door.input(world, rightful);
    const nobody = await ask(new Actor("nobody"), unused);
    expect(nobody).toMatchObject({ ok: false, code: "signed-out" });
    const odd = withNul(unused);
    if (JSON.stringify(odd) !== JSON.stringify(unused)) {
      const refused = await ask(rightful, odd);
      expect({ ok: refused.ok, code: refused.ok ? "" : refused.code }).toEqual({
        ok: false,
        code: "invalid",
      });
    }
    if (door.isOwn) return;
    const stranger = await ask(world.other, await door.input(world, world.other));
    expect({ ok: stranger.ok, code: stranger.ok ? "" : stranger.code }).toMatchObject({
      ok: false,
      code: expect.stringMatching(/^(not-found|gone|stale|conflict|invalid)$/),
    });
  });
}

for (const [name, { bad }] of Object.entries(publicActions)) {
  test(`SECURITY 11, 20: ${name} asks for proof, from our own pages alone`, async () => {
    const nobody = new Actor("nobody");
    counts.calls += 1 + foreignOrigins.length;
    counts.refused += 1 + foreignOrigins.length;
    const answer = await nobody.call(name, bad);
    expect(answer.ok).toBe(false);
    const refused = await nobody.call(name, withNul(bad));
    expect(refused).not.toMatchObject({ code: "failed" });
    for (const [what, origin] of foreignOrigins) {
      const refused = await nobody.call(name, bad, { origin });
      expect({ what, code: refused.ok ? "" : refused.code }).toEqual({ what, code: "wrong-origin" });
    }
  });
}

for (const name of harmlessActions) {
  test(`SECURITY 20: ${name} is refused from any origin but our own`, async () => {
    for (const [what, origin] of foreignOrigins) {
      const refused = await world.people.owner.call(name, { email: "nobody@example.com" }, { origin });
      expect({ what, code: refused.ok ? "" : refused.code }).toEqual({ what, code: "wrong-origin" });
    }
    expect((await world.people.owner.fetch("/account")).status).toBe(200);
  });
}
