import { expect, test } from "vitest";
import { powder } from "@/db/schema/powders";
import { inTransaction } from "../context";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { type Cast, castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { readColourQuery } from "./colour-query";
import { findColours } from "./find-colours";
import { findStandards } from "./standard-colours";

const { inRolledBack } = testDatabase();

async function stock({ owner, shop }: Cast) {
  const made = [
    {
      maker: "Prismara",
      code: "SN797G",
      name: "Traffic white",
      colourCode: "RAL 9016",
      gloss: "gloss",
      hex: "#f1f0ea",
    },
    { maker: "Norbond", code: "0056945", name: "Black wrinkle", texture: "wrinkle", hex: "#101010" },
    { maker: "Norbond", code: "0012200", name: "Ink black", gloss: "gloss", hex: "#0a0a0c" },
    { maker: "Norbond", code: "0012201", name: "Soot black", gloss: "matte", hex: "#141414" },
  ] as const;
  await inTransaction(owner, ({ tx }) =>
    tx.insert(powder).values(made.map((one) => ({ ...one, shopId: shop.id }))),
  );
}

const play = (run: (cast: Cast, find: (q: string) => Promise<string[]>) => Promise<void>) => () =>
  inRolledBack(async (tx) => {
    const cast = await castOf(tx);
    await stock(cast);
    await run(cast, async (q) => (await findColours(cast.painter, { q })).map((one) => one.code));
  });

test(
  "finds a RAL colour by its number, by its start and by name, with a powder of it first",
  play(async (_, find) => {
    expect((await find("9016")).slice(0, 2)).toEqual(["SN797G", "RAL 9016"]);
    expect(await find("ral 9016 satin")).toContain("RAL 9016");
    expect((await find("RAL9016"))[0]).toMatch(/RAL 9016|SN797G/);
    expect(await find("901")).toEqual(expect.arrayContaining(["RAL 9010", "RAL 9011", "RAL 9016"]));
    expect((await find("Verkehrsweiß"))[0]).toBe("RAL 9016");
    expect(await find("window gray")).toEqual(["RAL 7040"]);
  }),
);

test(
  "finds by look, maker and code",
  play(async (_, find) => {
    const glossy = await find("gloss black");
    expect(glossy.slice(0, 1)).toEqual(["0012200"]);
    expect(glossy).not.toContain("0012201");
    expect(glossy).toContain("RAL 9005");
    expect(await find("wrinkle")).toEqual(["0056945"]);
    expect((await find("0056945"))[0]).toBe("0056945");
    expect((await find("norbond")).toSorted()).toEqual(["0012200", "0012201", "0056945"]);
    expect(await find("FS 26270")).toEqual(["FS 26270"]);
    expect(await find("nothing at all like it")).toEqual([]);
  }),
);

test(
  "gives the look that was asked for to a colour that has none of its own",
  play(async ({ painter }) => {
    const [found] = await findColours(painter, { q: "ral 7016 satin" });
    expect(found).toMatchObject({ code: "RAL 7016", name: "Anthracite grey", gloss: "satin", system: "ral" });
  }),
);

test(
  "before anything is typed it shows what the newest jobs wore",
  play(async ({ office }, find) => {
    expect(await find("")).toEqual([]);
    const coat = { system: "ral", code: "RAL 6005", name: "Moss green", hex: "#0f4336" } as const;
    await createJob(
      office,
      newJobInput.parse({ newCustomer: { name: "Acme" }, parts: [{ description: "Gate", coats: [coat] }] }),
    );
    expect(await find(" ")).toEqual(["RAL 6005"]);
  }),
);

test("reads what people type into numbers, words and looks", () => {
  expect(readColourQuery("RAL9016 Semi-Gloss")).toEqual({
    words: ["9016"],
    numbers: ["9016"],
    system: "ral",
    gloss: "semi-gloss",
    texture: null,
  });
  expect(readColourQuery("gloss blk")).toMatchObject({ words: ["black"], gloss: "gloss", system: null });
  expect(readColourQuery("candy teal")).toMatchObject({ words: ["teal"], texture: "candy" });
});

test("the picker of standards knows RAL and FS alone, the usual ones when nothing is typed", () => {
  const codes = (q: string) => findStandards(q).map((one) => one.code);
  expect(codes("").length).toBe(12);
  expect(codes("")).toContain("RAL 9005");
  expect(codes("9016")[0]).toBe("RAL 9016");
  expect(codes("FS 26270")).toEqual(["FS 26270"]);
  expect(codes("grey").some((code) => code.startsWith("FS"))).toBe(true);
  expect(codes("grey").length).toBeGreaterThan(24);
});
