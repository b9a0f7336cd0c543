import { recordDecisionInput } from "../approvals/input";
import { recordDecisionFor } from "../approvals/record-decision";
import { openApiShop } from "./api-shop";
import { addDrawn, ask as askForAnswer, contactOf, versionRow } from "./one-proof";

type Sent = { path: string; body?: unknown };
/** A request to an operation that succeeds for the shop's own key, made fresh. */
export type ApiDoor = (world: ApiWorld) => Promise<Sent>;
export type ApiWorld = Awaited<ReturnType<typeof openApiWorld>>;

/** Figures of prices and costs that stand nowhere else. */
export const plantedCents = { job: 98_765_431, part: 87_654_321, powder: 7_654_321, lot: 6_543_211 };

/** A shop as another program meets it, and what its operations need, made fresh by the same key. */
export async function openApiWorld(name?: string) {
  const shop = await openApiShop(undefined, name);
  const make = async (path: string, body: unknown) => {
    const { status, body: made } = await shop.ask("POST", path, body);
    if (status !== 201) throw new Error(`${path} answered ${status}: ${JSON.stringify(made)}`);
    return made;
  };
  const customer = () => make("/customers", { name: "Acme Railings" });
  const contact = async () => {
    const { id } = await customer();
    const { id: contactId } = await make(`/customers/${id}/contacts`, { name: "Dana Drawn" });
    return `/customers/${id}/contacts/${contactId}`;
  };
  const job = async (more: object = {}) => {
    const parts = [{ description: "Gate", priceCents: plantedCents.part }, { description: "Post" }];
    return make("/jobs", {
      ...{ customerId: (await customer()).id, priceCents: plantedCents.job, parts },
      ...more,
    });
  };
  const part = async () => {
    const { number, parts } = await job();
    return `/jobs/${number}/parts/${parts[0].id}`;
  };
  const comment = async () => {
    const { number } = await job();
    return `/jobs/${number}/comments/${(await make(`/jobs/${number}/comments`, { body: "hang it" })).id}`;
  };
  const stageNamed = async (name: string): Promise<string> => {
    const { body } = await shop.ask("GET", "/stages");
    return body.items.find((stage: { name: string }) => stage.name === name).id;
  };
  const powder = () =>
    make("/powders", {
      ...{ maker: "Cardwell", code: crypto.randomUUID(), name: "Signal white" },
      ...{ priceCents: plantedCents.powder, priceUnit: "lb" },
    });
  const lot = async () =>
    make(`/powders/${(await powder()).id}/lots`, { quantity: 10, unit: "lb", priceCents: plantedCents.lot });
  const waste = { kind: "waste", quantity: 1, unit: "lb", reason: "spilt" };
  const movement = async () => make(`/lots/${(await lot()).id}/movements`, waste);
  let shown: Promise<string> | undefined;
  const proof = () => {
    shown ??= makeProof();
    return shown;
  };
  const makeProof = async () => {
    const { number, customer: of } = await job();
    const dana = await contactOf(shop.office, of.id, "Dana Drawn", "approver");
    const { proofId, versionId } = await addDrawn(shop.office, number, { title: "Colour sample" });
    await askForAnswer(shop.office, versionId, [dana]);
    const { version } = await versionRow(shop.office, versionId);
    const decided = { versionId, version, contactId: dana.actor.id, verdict: "changes", reason: "Darker." };
    await recordDecisionFor(shop.office, recordDecisionInput.parse(decided));
    return proofId;
  };
  return {
    ...shop,
    make,
    customer,
    contact,
    job,
    part,
    comment,
    stageNamed,
    powder,
    lot,
    movement,
    proof,
    waste,
  };
}

const at = (path: string) => async () => ({ path });
const ofJob =
  (below = "", body?: unknown) =>
  async (world: ApiWorld) => ({
    path: `/jobs/${(await world.job()).number}${below}`,
    body,
  });
const ofMember = async (world: ApiWorld) => ({
  path: `/jobs/${(await world.job()).number}/assignees/${world.coater.actor.id}`,
});
const of =
  (what: "customer" | "powder" | "lot" | "movement", below = "", body?: (world: ApiWorld) => unknown) =>
  async (world: ApiWorld) => ({
    path: `/${what}s/${(await world[what]()).id}${below}`,
    body: body?.(world),
  });
const there =
  (what: "contact" | "part" | "comment", below = "", body?: unknown) =>
  async (world: ApiWorld) => ({
    path: `${await world[what]()}${below}`,
    body,
  });
const black = { system: "words", name: "gloss black" };
const later = "2999-01-01";

/** Every operation of the API by its name. */
export const apiDoors: Record<string, ApiDoor> = {
  listJobs: at("/jobs"),
  createJob: async (world) => ({
    path: "/jobs",
    body: { customerId: (await world.customer()).id, parts: [{ description: "Gate" }] },
  }),
  getJob: ofJob(),
  editJob: ofJob("", { poNumber: "PO 7" }),
  retireJob: ofJob(),
  getJobStage: ofJob("/stage"),
  moveJob: async (world) => ({
    path: `/jobs/${(await world.job()).number}/stage`,
    body: { toStageId: await world.stageNamed("Prep") },
  }),
  inspectJob: async (world) => ({
    path: `/jobs/${(await world.job({ stageId: await world.stageNamed("QC") })).number}/inspections`,
    body: { isPass: true },
  }),
  assignMember: ofMember,
  unassignMember: ofMember,
  listParts: ofJob("/parts"),
  addPart: ofJob("/parts", { description: "Hinge" }),
  getPart: there("part"),
  editPart: there("part", "", { quantity: 3 }),
  retirePart: there("part"),
  setFinish: there("part", "/finish", { coats: [black] }),
  listCoats: ofJob("/coats"),
  listComments: ofJob("/comments"),
  addComment: ofJob("/comments", { body: "hang it by the back holes" }),
  getComment: there("comment"),
  editComment: there("comment", "", { body: "other words" }),
  retireComment: there("comment"),
  listCustomers: at("/customers"),
  createCustomer: async () => ({ path: "/customers", body: { name: "Three Elms" } }),
  getCustomer: of("customer"),
  editCustomer: of("customer", "", () => ({ terms: "net 30" })),
  retireCustomer: of("customer"),
  listContacts: of("customer", "/contacts"),
  addContact: of("customer", "/contacts", () => ({ name: "Dean Deed" })),
  getContact: there("contact"),
  editContact: there("contact", "", { phone: "413-555-0142" }),
  retireContact: there("contact"),
  listStages: at("/stages"),
  getStage: async (world) => ({ path: `/stages/${await world.stageNamed("QC")}` }),
  listPowders: at("/powders"),
  createPowder: async () => ({
    path: "/powders",
    body: { maker: "M", code: crypto.randomUUID(), name: "Red" },
  }),
  getPowder: of("powder"),
  editPowder: of("powder", "", () => ({ name: "Snow" })),
  retirePowder: of("powder"),
  listLots: of("powder", "/lots"),
  receiveLot: of("powder", "/lots", () => ({ quantity: 2, unit: "kg" })),
  getLot: of("lot"),
  editLot: of("lot", "", () => ({ location: "Shelf 2" })),
  retestLot: of("lot", "/retests", () => ({ isGood: true, expiresOn: later })),
  listMovements: at("/movements"),
  postMovement: of("lot", "/movements", (world) => world.waste),
  getMovement: of("movement"),
  reverseMovement: of("movement", "/reversals", () => ({ reason: "the wrong lot" })),
  listProofs: at("/proofs"),
  getProof: async (world) => ({ path: `/proofs/${await world.proof()}` }),
  listDecisions: async (world) => ({ path: `/proofs/${await world.proof()}/decisions` }),
  listEvents: at("/events?limit=100"),
  getEvent: async (world) => {
    await world.job();
    const { body } = await world.ask("GET", "/events?kind=job.created");
    return { path: `/events/${body.items.at(-1).seq}` };
  },
};
