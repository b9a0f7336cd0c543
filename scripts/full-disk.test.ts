import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runElsewhere } from "../lib/testing/run-elsewhere";

const isRoot = process.getuid?.() === 0;

let place: string;
let cleanups: (() => unknown)[];

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "coatyard pöstgres "));
  cleanups = [() => rmSync(place, { recursive: true, force: true })];
});

afterEach(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

it("loses and breaks nothing on a full disk, and goes on when there is room again", async () => {
  const filling = `
    server.watch(() => {});
    await sql\`create table ledger (n int, text text)\`;
    let kept = 0;
    const add = () => sql\`insert into ledger values (\${kept}, \${"x".repeat(50_000)})\`.then(() => ++kept, (error) => error.code ?? error.message);
    for (let n = 0; n < 5; n++) await add();
    try { for (;;) appendFileSync(process.env.DATA + "/filler", Buffer.alloc(2 ** 20)); } catch (error) { if (error.code !== "ENOSPC") throw error; }
    let refusal;
    for (let n = 0; n < 2_000 && typeof refusal !== "string"; n++) refusal = await add();
    rmSync(process.env.DATA + "/filler");
    const before = kept;
    const isHealed = await until(async () => typeof (await add()) === "number", 30_000, 200);
    const [row] = await sql\`select count(*)::int as n, count(distinct n)::int as different from ledger\`;
    console.log(JSON.stringify({ refusal, isHealed, isMore: kept > before, missing: kept - row.n, doubled: row.n - row.different }));`;
  mkdirSync(join(place, "data"));
  const namespace = isRoot ? ["unshare", "--mount"] : ["unshare", "--mount", "--map-root-user"];
  const mount = `mount -t tmpfs -o size=420m,mode=700 none "$0" && exec "$@"`;
  const { code, output } = await runElsewhere(join(place, "data"), filling, {
    wrapper: [...namespace, "sh", "-c", mount, join(place, "data")],
  });
  expect(code, output).toBe(0);
  const { refusal, ...rest } = JSON.parse(output.trim().split("\n").at(-1) ?? "");
  expect(refusal).toEqual(expect.any(String));
  expect(rest).toEqual({ isHealed: true, isMore: true, missing: 0, doubled: 0 });
}, 90_000);
