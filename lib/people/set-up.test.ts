import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { event } from "@/db/schema/history";
import { stage } from "@/db/schema/jobs";
import { person, shop } from "@/db/schema/people";
import { database, inTransaction } from "../context";
import { testDatabase } from "../testing/database";
import { queued, releaseQueues } from "../testing/outbox";

vi.stubEnv("COATYARD_SETUP_CODE", "K7QX2MPA");
const { ownerUrl } = testDatabase();
releaseQueues();

const { setUpShop } = await import("./set-up-shop");
const { openDemo } = await import("./open-demo");
const { listDemoPeople, signInToDemo } = await import("./demo-people");
const { proveSession } = await import("./prove-session");
const { hasShop } = await import("./has-shop");
const { signInWithPassword } = await import("./sign-in");

let host = 0;
const caller = () => {
  host += 1;
  return { address: `203.0.113.${host}`, device: "Chrome on Windows", deviceCookie: "" };
};
const wanted = {
  code: "K7QX2MPA",
  name: "Quillback Powder Coating",
  timeZone: "America/New_York",
  locale: "en-US",
  currency: "USD",
  units: "imperial" as const,
  ownerName: "Olive Owner",
  email: "olive@example.com",
  password: "correct horse battery",
};

afterEach(async () => {
  const { default: postgres } = await import("postgres");
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await sql`truncate shop, person restart identity cascade`;
  await sql`truncate pgboss.job`;
  await sql.end();
});

describe("setting up the first shop", () => {
  test("makes the shop, its stages, its owner and a session", async () => {
    expect(await hasShop()).toBe(false);
    const { token, shopId } = await setUpShop(wanted, caller());
    const owner = await proveSession(token, shopId);
    expect(owner?.actor).toMatchObject({ role: "owner", name: "Olive Owner" });
    expect(owner?.shop).toMatchObject({ name: wanted.name, currency: "USD", isDemo: false });
    if (!owner) throw new Error("no owner");
    const [stages, kinds] = await inTransaction(owner, async ({ tx }) => [
      await tx.select().from(stage),
      (await tx.select().from(event).orderBy(event.seq)).map((one) => one.kind),
    ]);
    expect(stages).toHaveLength(9);
    expect(kinds).toEqual(["shop.created", "member.joined"]);
    expect(await hasShop()).toBe(true);
  });

  test("the code may be typed in small letters", async () => {
    await expect(setUpShop({ ...wanted, code: "k7qx2mpa" }, caller())).resolves.toBeDefined();
  });

  test.each(["WRONG", "", "K7QX2MP", "K7QX2MPAA"])("SECURITY 8: refuses the code %j", async (code) => {
    await expect(setUpShop({ ...wanted, code }, caller())).rejects.toMatchObject({ code: "invalid" });
    expect(await hasShop()).toBe(false);
  });

  test("SECURITY 4: refuses the eleventh code from one network, right or wrong", async () => {
    const from = caller();
    for (let n = 0; n < 10; n += 1) {
      await expect(setUpShop({ ...wanted, code: `GUESS${n}` }, from)).rejects.toMatchObject({
        code: "invalid",
      });
    }
    await expect(setUpShop(wanted, from)).rejects.toMatchObject({ code: "too-many" });
  });

  test("SECURITY 2: refuses a common password and makes nothing", async () => {
    const attempt = setUpShop({ ...wanted, password: "qwertyqwerty" }, caller());
    await expect(attempt).rejects.toMatchObject({ code: "invalid", detail: { field: "password" } });
    expect(await database().select().from(person)).toEqual([]);
  });

  test("refuses a second shop", async () => {
    await setUpShop(wanted, caller());
    const second = setUpShop({ ...wanted, email: "mallory@example.com" }, caller());
    await expect(second).rejects.toMatchObject({ code: "conflict" });
    expect(await database().select().from(person)).toHaveLength(1);
  });

  test("of eight at once one makes a shop", async () => {
    const tries = Array.from({ length: 8 }, (_, n) =>
      setUpShop({ ...wanted, email: `owner${n}@example.com` }, caller()),
    );
    const settled = await Promise.allSettled(tries);
    expect(settled.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await database().select().from(shop)).toHaveLength(1);
  });

  test("SECURITY 1: the password is kept as argon2id of at least 19 MiB, two passes", async () => {
    await setUpShop(wanted, caller());
    const [owner] = await database().select().from(person).where(eq(person.email, wanted.email));
    const [, memory, passes] = owner?.passwordHash?.match(/^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/) ?? [];
    expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
    expect(Number(passes)).toBeGreaterThanOrEqual(2);
  });
});

describe("opening the demo", () => {
  const { ownerName: _, email: __, password: ___, name: ____, ...demoInput } = wanted;

  test("makes a marked shop with a person of each role and hands its filling to the worker", async () => {
    const { token, shopId } = await openDemo(demoInput, caller());
    expect((await proveSession(token, shopId))?.shop.isDemo).toBe(true);
    const people = await listDemoPeople();
    expect(people.map((one) => one.role)).toEqual(["owner", "manager", "office", "coater"]);
    expect(await queued("make-demo")).toEqual([{ shopId }]);
  });

  test("SECURITY 8: its people sign in by one click, and by no password", async () => {
    await openDemo(demoInput, caller());
    const coater = (await listDemoPeople()).find((one) => one.role === "coater");
    const { token, shopId } = await signInToDemo(coater?.memberId as string, caller());
    expect((await proveSession(token, shopId))?.actor.role).toBe("coater");
    const people = await database().select().from(person);
    for (const { email } of people) {
      for (const password of ["", "demo", "password1234"]) {
        const attempt = signInWithPassword({ email, password, next: "" }, caller());
        await expect(attempt).rejects.toMatchObject({ code: "invalid" });
      }
    }
  });

  test("SECURITY 8: a real shop has no one-click people", async () => {
    const { token, shopId } = await setUpShop(wanted, caller());
    const owner = await proveSession(token, shopId);
    expect(await listDemoPeople()).toEqual([]);
    const attempt = signInToDemo(owner?.actor.id as string, caller());
    await expect(attempt).rejects.toMatchObject({ code: "not-found" });
  });

  test("SECURITY 8: a person invited to the demo, with a password, is no one-click person", async () => {
    const { shopId } = await openDemo(demoInput, caller());
    const [demo] = await listDemoPeople();
    await database()
      .update(person)
      .set({ passwordHash: "x" })
      .where(eq(person.id, demo?.personId as string));
    const left = await listDemoPeople();
    expect(left.some((one) => one.role === "owner")).toBe(false);
    expect(left.every((one) => one.shopId === shopId)).toBe(true);
  });

  test("refuses a wrong code, and where there is a shop", async () => {
    await expect(openDemo({ ...demoInput, code: "NO" }, caller())).rejects.toMatchObject({ code: "invalid" });
    await setUpShop(wanted, caller());
    await expect(openDemo(demoInput, caller())).rejects.toMatchObject({ code: "conflict" });
    const [owner] = await database().select().from(shop);
    expect(owner?.isDemo).toBe(false);
  });
});
