import { type ActionDoor, holders } from "./door";
import type { World } from "./world";

const ofJob = async (world: World) => {
  const { id, number } = await world.job();
  return { number, partId: await world.partOf(id) };
};
const jobInInspection = async (world: World) => {
  const made = await world.owner.do<{ number: number }>("createJobAction", {
    customerId: world.customer.id,
    stageId: await world.stageNamed("QC"),
    parts: [{ description: "gate" }],
  });
  return made.number;
};
const coat = { system: "words", name: "gloss black" };

export const jobActions: Record<string, ActionDoor> = {
  createJobAction: {
    may: holders("jobs.edit"),
    input: async (world) => ({ customerId: world.customer.id, parts: [{ description: "rail" }] }),
  },
  editJobAction: {
    may: holders("jobs.edit"),
    input: async (world) => ({ number: (await world.job()).number, changes: { poNumber: "PO 7" } }),
  },
  delayJobAction: {
    may: holders("customers.edit"),
    input: async (world) => ({ number: (await world.job()).number, dueOn: "2099-01-01", note: "Later." }),
  },
  retireJobAction: {
    may: ["owner", "manager"],
    input: async (world) => ({ number: (await world.job()).number }),
  },
  restoreJobAction: {
    may: holders("jobs.edit"),
    input: async (world) => {
      const { number } = await world.job();
      await world.owner.do("retireJobAction", { number });
      return { number };
    },
  },
  addPartAction: {
    may: holders("jobs.edit"),
    input: async (world) => ({ number: (await world.job()).number, part: { description: "post" } }),
  },
  editPartAction: {
    may: holders("jobs.edit"),
    input: async (world) => ({ ...(await ofJob(world)), changes: { quantity: 3 } }),
  },
  retirePartAction: {
    may: holders("jobs.edit"),
    input: async (world) => {
      const job = await ofJob(world);
      await world.owner.do("addPartAction", { number: job.number, part: { description: "post" } });
      return job;
    },
  },
  restorePartAction: {
    may: holders("jobs.edit"),
    input: async (world) => {
      const job = await ofJob(world);
      await world.owner.do("addPartAction", { number: job.number, part: { description: "post" } });
      await world.owner.do("retirePartAction", job);
      return job;
    },
  },
  setFinishAction: {
    may: holders("jobs.edit"),
    input: async (world) => ({ ...(await ofJob(world)), coats: [coat], was: [] }),
  },
  assignMemberAction: {
    may: holders("jobs.edit"),
    input: async (world) => ({ number: (await world.job()).number, memberId: await world.member() }),
  },
  unassignMemberAction: {
    may: holders("jobs.edit"),
    input: async (world) => {
      const input = { number: (await world.job()).number, memberId: await world.member() };
      await world.owner.do("assignMemberAction", input);
      return input;
    },
  },
  recordInspectionAction: {
    may: holders("jobs.move"),
    input: async (world) => ({ number: await jobInInspection(world), isPass: true }),
  },
  takeBackInspectionAction: {
    may: holders("jobs.move"),
    input: async (world, by) => {
      const number = await jobInInspection(world);
      await (by === world.other ? world.owner : by).do("recordInspectionAction", { number, isPass: true });
      return { number };
    },
  },
};
