import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import type { Board, Card, LiveMessage } from "../lib/live/card";
import { isSoak, rounds } from "../lib/testing/rounds";
import type { Actor } from "./actor";
import { openWorld, type World } from "./walk/world";

test.describe.configure({ timeout: 600_000 });

let world: World;
test.beforeAll(async () => {
  world = await openWorld();
});
test.afterAll(() => world.sql.end());

async function readBoard(by: Actor): Promise<Board> {
  const response = await by.fetch("/api/board");
  return JSON.parse(gunzipSync(Buffer.from(await response.arrayBuffer())).toString());
}

/** A screen that reads the board once and lives on its stream alone, which can be cut off at any byte. */
class Screen {
  cards = new Map<string, Card>();
  seqs = new Set<number>();
  resets = 0;
  first = 0;
  lastId = "";
  isOpen = false;
  private stop = new AbortController();

  constructor(private readonly by: Actor) {}

  async begin(): Promise<void> {
    const board = await readBoard(this.by);
    this.cards = new Map(board.cards.map((card) => [card.id, card]));
    this.first = board.seq;
    this.lastId = String(board.seq);
    await this.connect();
  }

  /** As a browser does after a cut: with the id of the last message it has whole. */
  async connect(): Promise<void> {
    this.stop = new AbortController();
    const response = await this.by.fetch("/api/live", {
      headers: { accept: "text/event-stream", "last-event-id": this.lastId },
      signal: this.stop.signal,
    });
    expect(response.status).toBe(200);
    this.isOpen = true;
    void this.follow(response).then(
      () => (this.isOpen = false),
      () => (this.isOpen = false),
    );
  }

  cut(): void {
    this.stop.abort();
  }

  private async follow(response: Response): Promise<void> {
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const frames = text.split("\n\n");
      text = frames.pop() ?? "";
      for (const frame of frames) this.take(frame);
    }
  }

  private take(frame: string): void {
    const id = frame.match(/^id: (.*)$/m)?.[1];
    const data = frame.match(/^data: (.*)$/m)?.[1];
    if (!id || !data) return;
    const message: LiveMessage = JSON.parse(data);
    this.lastId = id;
    if (message.reset) this.resets += 1;
    for (const { seq } of message.events) this.seqs.add(seq);
    for (const gone of message.gone) this.cards.delete(gone);
    for (const card of message.cards) this.cards.set(card.id, card);
  }
}

const byNumber = (cards: Iterable<Card>) => [...cards].sort((one, other) => one.number - other.number);

const cuts = rounds(100, 10);

test(`SECURITY reliability: a live stream cut ${cuts} times under moves has no gap and ends as the board is`, async () => {
  const jobs = await Promise.all(Array.from({ length: 6 }, () => world.job()));
  const stages = [await world.stageNamed("Received"), await world.stageNamed("Prep")];
  const screen = new Screen(world.people.coater);
  await screen.begin();

  let isOver = false;
  let moves = 0;
  const mover = async () => {
    for (let turn = 0; !isOver; turn += 1) {
      const { number } = jobs[turn % jobs.length] as { number: number };
      const round = Math.floor(turn / jobs.length);
      const body = {
        fromStageId: stages[round % 2],
        toStageId: stages[(round + 1) % 2],
        placement: round + 1,
      };
      const moved = await world.people.coater.fetch(`/api/jobs/${number}/stage`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      expect(moved.status).toBe(200);
      moves += 1;
      await pause(10);
    }
  };
  const moving = mover();
  for (let cut = 0; cut < cuts; cut += 1) {
    await pause(20 + ((cut * 7919) % 180));
    screen.cut();
    await pause((cut * 104_729) % 120);
    await screen.connect();
  }
  isOver = true;
  await moving;

  const board = await readBoard(world.people.coater);
  const began = Date.now();
  await expect
    .poll(() => byNumber(screen.cards.values()), { timeout: 10_000, intervals: [20] })
    .toEqual(byNumber(board.cards));
  const took = Date.now() - began;
  const missing = Array.from(
    { length: board.seq - screen.first },
    (_, index) => screen.first + index + 1,
  ).filter((seq) => !screen.seqs.has(seq));
  console.log(`live: ${cuts} cuts, ${moves} moves, ${screen.seqs.size} events, true again after ${took} ms`);
  expect({ missing, resets: screen.resets }).toEqual({ missing: [], resets: 0 });
  expect(moves).toBeGreaterThan(cuts);
  if (isSoak) expect(took).toBeLessThan(2_000);
  screen.cut();
});

test.describe("SECURITY 19: a live stream ends when the right to see ends", () => {
  const watch = async () => {
    const id = await world.member();
    const [row] =
      await world.sql`select p.email from member m join person p on p.id = m.person_id where m.id = ${id}`;
    const { password } = await import("./world");
    const { Actor: Someone } = await import("./actor");
    const someone = new Someone("watcher");
    await someone.do("signInAction", { email: row?.email, password });
    const screen = new Screen(someone);
    await screen.begin();
    return { id, someone, screen };
  };
  const ends = (screen: Screen) =>
    expect.poll(() => screen.isOpen, { timeout: 5_000, intervals: [50] }).toBe(false);

  test("by signing out", async () => {
    const { someone, screen } = await watch();
    await pause(300);
    expect(screen.isOpen).toBe(true);
    await someone.call("signOutAction");
    await ends(screen);
  });

  for (const action of ["disableMemberAction", "signMemberOutAction"]) {
    test(`by ${action} of somebody else`, async () => {
      const { id, someone, screen } = await watch();
      await world.owner.do(action, { id });
      await ends(screen);
      expect((await someone.fetch("/api/live")).status).toBe(401);
    });
  }

  test("by another role, and the next stream is that role's", async () => {
    const { id, someone, screen } = await watch();
    await world.owner.do("changeRoleAction", { id, role: "office" });
    await ends(screen);
    const again = new Screen(someone);
    await again.begin();
    again.cut();
  });

  test("and it tells nothing of another shop, whatever number it asks for", async () => {
    const { number } = await world.job();
    const screen = new Screen(world.other);
    await screen.begin();
    screen.cut();
    screen.lastId = "0";
    await screen.connect();
    await world.owner.do("editJobAction", { number, changes: { poNumber: "PO 19" } });
    await pause(500);
    expect(JSON.stringify([...screen.cards.values()])).not.toContain("Walk Railings");
    expect([...screen.cards.values()]).toEqual([]);
    screen.cut();
  });
});
