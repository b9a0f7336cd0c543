import { type ActionDoor, holders } from "./door";
import type { World } from "./world";

const edits = holders("powders.edit");

const fresh = () => ({ maker: "Walk", code: crypto.randomUUID(), name: "White" });
export const ofPowder = (world: World) => world.owner.do<{ id: string }>("createPowderAction", fresh());

async function ofLot(world: World) {
  const { id: powderId } = await ofPowder(world);
  const { ids } = await world.owner.do<{ ids: string[] }>("receiveLotsAction", {
    ...{ powderId, quantity: 10, unit: "lb" },
  });
  return ids[0] as string;
}

async function someOf(world: World) {
  const { number: jobNumber } = await world.job();
  return { lotId: await ofLot(world), jobNumber, quantity: 1, unit: "lb" };
}

export const powderActions: Record<string, ActionDoor> = {
  createPowderAction: { may: edits, isOwn: true, input: async () => fresh() },
  editPowderAction: {
    may: edits,
    input: async (world) => ({ ...(await ofPowder(world)), changes: { name: "Snow" }, was: {} }),
  },
  retirePowderAction: { may: edits, input: ofPowder },
  restorePowderAction: {
    may: edits,
    input: async (world) => {
      const { id } = await ofPowder(world);
      await world.owner.do("retirePowderAction", { id });
      return { id };
    },
  },
  receiveLotsAction: {
    may: edits,
    input: async (world) => ({ powderId: (await ofPowder(world)).id, quantity: 10, unit: "lb" }),
  },
  takeBackLotsAction: { may: edits, input: async (world) => ({ ids: [await ofLot(world)] }) },
  editLotAction: {
    may: edits,
    input: async (world) => ({ id: await ofLot(world), changes: { location: "Rack B" }, was: {} }),
  },
  retestLotAction: {
    may: edits,
    input: async (world) => ({ lotId: await ofLot(world), isGood: true, expiresOn: "2099-01-01" }),
  },
  takeBackRetestAction: {
    may: edits,
    input: async (world) => {
      const lotId = await ofLot(world);
      await world.owner.do("retestLotAction", { lotId, isGood: false });
      return { lotId };
    },
  },
  recordUsageAction: { may: edits, input: someOf },
  recordReturnAction: {
    may: edits,
    input: async (world) => {
      const some = await someOf(world);
      await world.owner.do("recordUsageAction", some);
      return some;
    },
  },
  recordWasteAction: {
    may: edits,
    input: async (world) => ({ lotId: await ofLot(world), quantity: 1, unit: "lb", reason: "spilt" }),
  },
  countLotAction: {
    may: edits,
    input: async (world) => ({ lotId: await ofLot(world), quantity: 9, unit: "lb", reason: "count" }),
  },
  reverseMovementAction: {
    may: edits,
    input: async (world) => {
      const { id } = await world.owner.do<{ id: string }>("recordUsageAction", await someOf(world));
      return { id, reason: "slip" };
    },
  },
  verifyLedgerAction: { may: edits, isOwn: true, input: async () => ({}) },
};
