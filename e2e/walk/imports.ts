import { readFileSync } from "node:fs";
import { type ActionDoor, holders } from "./door";
import type { World } from "./world";

const customersCsv = readFileSync("lib/imports/fixtures/legacy-shop/customers.csv");
const ofImport = () => async (world: World) => {
  const { id } = await world.put("/api/imports?name=customers.csv", customersCsv);
  return { id };
};
const readyImport = async (world: World) => {
  const { id } = await ofImport()(world);
  await world.owner.do("answerRecommendedAction", { id });
  return { id };
};

export const importActions: Record<string, ActionDoor> = {
  changeMappingAction: {
    may: holders("imports.run"),
    input: async (world) => ({ ...(await ofImport()(world)), column: { at: 0, field: "name" } }),
  },
  answerQuestionsAction: {
    may: holders("imports.run"),
    input: async (world) => ({ ...(await ofImport()(world)), answers: {} }),
  },
  answerRecommendedAction: { may: holders("imports.run"), input: ofImport() },
  runImportAction: { may: holders("imports.run"), input: readyImport },
  cancelImportAction: {
    may: holders("imports.run"),
    input: async (world) => {
      const made = await readyImport(world);
      await world.owner.do("runImportAction", made);
      await world.sql`update import_run set state = 'running' where id = ${made.id}`;
      return made;
    },
  },
  discardImportAction: { may: holders("imports.run"), input: ofImport() },
  resumeImportAction: {
    may: holders("imports.run"),
    input: async (world) => {
      const made = await ofImport()(world);
      const values = { mergeInto: { row: 1 } };
      await world.sql`update import_run set state = 'failed' where id = ${made.id}`;
      await world.sql`
        insert into import_row (shop_id, run_id, row, verdict, state, raw, values, problems, made)
        values (${world.shopId}, ${made.id}, 2, 'ok', 'waiting', '[]', ${world.sql.json(values)}, '[]', '[]')`;
      return made;
    },
  },
  undoImportAction: {
    may: holders("imports.run"),
    input: async (world) => {
      const made = await ofImport()(world);
      await world.sql`update import_run set state = 'done' where id = ${made.id}`;
      return made;
    },
  },
};
