import { readFileSync } from "node:fs";
import { type Permission, type Role, rolePermissions, roles } from "../../db/vocabulary";
import { password } from "../world";
import { numberActions } from "./numbers";
import { powderActions } from "./powders";
import { proofActions } from "./proofs";
import type { Person, World } from "./world";

export type ActionDoor = {
  /** Who may: those with the permission, or every member for what is their own. */
  may: readonly Role[];
  /** An input that succeeds for them, made fresh. */
  input: (world: World, by: Person) => Promise<unknown>;
  /** It touches only the caller's own shop or self, so another shop's owner may call it with the same input. */
  isOwn?: true;
};

const holders = (permission: Permission): Role[] =>
  roles.filter((role) => rolePermissions[role].includes(permission));
const everyone = roles;
const customersCsv = readFileSync("lib/imports/fixtures/legacy-shop/customers.csv");

const ofJob = async (world: World) => {
  const { id, number } = await world.job();
  return { number, partId: await world.partOf(id) };
};
const ofComment = async (world: World, by: Person) => {
  const { number } = await world.job();
  const author = by.name === "Otto Other" ? world.owner : by;
  return author.do<{ id: string }>("addCommentAction", { number, body: "a note" });
};
const ofContact = (world: World) =>
  world.owner.do<{ id: string }>("addContactAction", {
    customerId: world.customer.id,
    contact: { name: "Ana" },
  });
const ofPortalContact = async (world: World) => {
  const { id: contactId } = await world.owner.do<{ id: string }>("addContactAction", {
    customerId: world.customer.id,
    contact: { name: "Ana", email: `${crypto.randomUUID()}@example.com` },
  });
  await world.sql`update contact set portal_role = 'viewer' where id = ${contactId}`;
  return { contactId };
};
const ofFile = async (world: World) => {
  const { number } = await world.job();
  return world.put(
    `/api/files?name=gate.jpg&job=${number}`,
    readFileSync("lib/files/fixtures/gate_front.jpg"),
  );
};
const ofImport = () => async (world: World) => {
  const { id } = await world.put("/api/imports?name=customers.csv", customersCsv);
  return { id };
};
const readyImport = async (world: World) => {
  const { id } = await ofImport()(world);
  await world.owner.do("answerRecommendedAction", { id });
  return { id };
};
const ofStage = (world: World) =>
  world.owner.do<{ id: string }>("addStageAction", {
    name: `S ${crypto.randomUUID().slice(0, 8)}`,
    kind: "working",
  });
const ofInvite = (world: World) =>
  world.owner.do<{ id: string }>("inviteMemberAction", {
    email: `${crypto.randomUUID()}@example.com`,
    name: "New",
    role: "coater",
  });

const newKey = { name: "Walk", scopes: ["jobs:read"], days: 30 };

const jobInInspection = async (world: World) => {
  const made = await world.owner.do<{ number: number }>("createJobAction", {
    customerId: world.customer.id,
    stageId: await world.stageNamed("QC"),
    parts: [{ description: "gate" }],
  });
  return made.number;
};

const coat = { system: "words", name: "gloss black" };

/** Every action for members. A new action that is not here fails the walk. */
export const memberActions: Record<string, ActionDoor> = {
  askBackupAction: { may: holders("backups.run"), isOwn: true, input: async () => ({}) },
  verifyHistoryAction: { may: holders("audit.read"), isOwn: true, input: async () => ({}) },
  ...powderActions,
  ...numberActions,
  ...proofActions,
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
  addStageAction: {
    may: holders("settings.edit"),
    isOwn: true,
    input: async () => ({ name: `S ${crypto.randomUUID().slice(0, 8)}`, kind: "working" }),
  },
  changeStageAction: {
    may: holders("settings.edit"),
    input: async (world) => ({
      ...(await ofStage(world)),
      name: `T ${crypto.randomUUID().slice(0, 8)}`,
      kind: "working",
      wipLimit: 4,
    }),
  },
  orderStagesAction: {
    may: holders("settings.edit"),
    input: async (world) => {
      const stages =
        await world.sql`select id from stage where shop_id = ${world.shopId} and retired_at is null order by position`;
      return { ids: stages.map(({ id }) => id) };
    },
  },
  retireStageAction: { may: holders("settings.edit"), input: ofStage },
  createCustomerAction: {
    may: holders("customers.edit"),
    isOwn: true,
    input: async () => ({ name: "New Customer" }),
  },
  editCustomerAction: {
    may: holders("customers.edit"),
    input: async (world) => ({ id: world.customer.id, changes: { terms: crypto.randomUUID() }, was: {} }),
  },
  retireCustomerAction: {
    may: holders("customers.edit"),
    input: (world) => world.owner.do("createCustomerAction", { name: "Going" }),
  },
  restoreCustomerAction: {
    may: holders("customers.edit"),
    input: async (world) => {
      const made = await world.owner.do("createCustomerAction", { name: "Back again" });
      await world.owner.do("retireCustomerAction", made);
      return made;
    },
  },
  addContactAction: {
    may: holders("customers.edit"),
    input: async (world) => ({ customerId: world.customer.id, contact: { name: "Bo" } }),
  },
  editContactAction: {
    may: holders("customers.edit"),
    input: async (world) => ({ ...(await ofContact(world)), changes: { title: "Buyer" }, was: {} }),
  },
  inviteContactAction: {
    may: holders("portal.invite"),
    input: async (world) => ({ ...(await ofPortalContact(world)), role: "viewer" }),
  },
  changeContactRoleAction: {
    may: holders("portal.invite"),
    input: async (world) => ({ ...(await ofPortalContact(world)), role: "approver" }),
  },
  endContactAccessAction: { may: holders("portal.invite"), input: ofPortalContact },
  previewContactAction: { may: holders("portal.invite"), input: ofPortalContact },
  retireContactAction: { may: holders("customers.edit"), input: ofContact },
  restoreContactAction: {
    may: holders("customers.edit"),
    input: async (world) => {
      const made = await ofContact(world);
      await world.owner.do("retireContactAction", made);
      return made;
    },
  },
  retireFileAction: {
    may: holders("jobs.edit"),
    input: async (world) => ({ fileId: (await ofFile(world)).id }),
  },
  restoreFileAction: {
    may: holders("jobs.edit"),
    input: async (world) => {
      const input = { fileId: (await ofFile(world)).id };
      await world.owner.do("retireFileAction", input);
      return input;
    },
  },
  categoriseFilesAction: {
    may: holders("jobs.edit"),
    input: async (world) => ({ files: [{ fileId: (await ofFile(world)).id, category: "drawing" }] }),
  },
  shareFilesAction: {
    may: holders("jobs.edit"),
    input: async (world) => ({ fileIds: [(await ofFile(world)).id] }),
  },
  unshareFilesAction: {
    may: holders("jobs.edit"),
    input: async (world) => {
      const input = { fileIds: [(await ofFile(world)).id] };
      await world.owner.do("shareFilesAction", input);
      return input;
    },
  },
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
  addCommentAction: {
    may: holders("jobs.comment"),
    input: async (world) => ({ number: (await world.job()).number, body: "a note" }),
  },
  editCommentAction: {
    may: holders("jobs.comment"),
    input: async (world, by) => ({ commentId: (await ofComment(world, by)).id, body: "other words" }),
  },
  retireCommentAction: {
    may: holders("jobs.comment"),
    input: async (world, by) => ({ commentId: (await ofComment(world, by)).id }),
  },
  restoreCommentAction: {
    may: holders("jobs.comment"),
    input: async (world, by) => {
      const commentId = (await ofComment(world, by)).id;
      const author = by.name === "Otto Other" ? world.owner : by;
      await author.do("retireCommentAction", { commentId });
      return { commentId };
    },
  },
  retryMessageAction: {
    may: holders("outbox.read"),
    input: async (world) => {
      const [message] = await world.sql`
        insert into message (shop_id, once_key, kind, to_address, subject, text, html, state)
        values (${world.shopId}, ${crypto.randomUUID()}, 'walk', 'a@example.com', 'Hello', 'Hello', '<p>Hello</p>', 'failed') returning id`;
      return { id: message?.id };
    },
  },
  changeBrandAction: {
    may: holders("settings.edit"),
    isOwn: true,
    input: async () => ({ changes: { phone: "413-555-0142" } }),
  },
  removeLogoAction: { may: holders("settings.edit"), isOwn: true, input: async () => ({}) },
  changeNoticeAction: {
    may: holders("settings.edit"),
    isOwn: true,
    input: async (world) => {
      const [now] =
        await world.sql`select version from notice_template where shop_id = ${world.shopId} and kind = 'job-ready'`;
      return {
        kind: "job-ready",
        isOn: false,
        subject: "Ready",
        words: "Ready.",
        version: now?.version ?? 0,
      };
    },
  },
  sendTestNoticeAction: {
    may: holders("settings.edit"),
    isOwn: true,
    input: async () => ({ kind: "job-ready", subject: "Ready", words: "Job {job} is ready." }),
  },
  switchShopAction: { may: everyone, input: async (world) => ({ shopId: world.shopId }) },
  changePasswordAction: { may: everyone, isOwn: true, input: async () => ({ current: password, password }) },
  renameMeAction: { may: everyone, isOwn: true, input: async (_, by) => ({ name: by.name }) },
  revokeSessionAction: {
    may: everyone,
    input: async (world, by) => {
      const author = by.name === "Otto Other" ? world.people.owner : by;
      const [session] = await world.sql`
        insert into session (token_hash, person_id, shop_id, device, ends_at)
        select ${crypto.randomUUID()}, id, ${world.shopId}, 'Walk', now() + interval '1 day' from person where email = ${author.email} returning id`;
      return { id: session?.id };
    },
  },
  signOutEverywhereAction: { may: everyone, isOwn: true, input: async () => ({ isThisKept: true }) },
  createApiKeyAction: { may: holders("keys.manage"), isOwn: true, input: async () => newKey },
  revokeApiKeyAction: {
    may: holders("keys.manage"),
    input: async (world) => {
      const { id } = await world.owner.do<{ id: string }>("createApiKeyAction", newKey);
      return { id };
    },
  },
  inviteMemberAction: {
    may: holders("people.manage"),
    isOwn: true,
    input: async () => ({ email: `${crypto.randomUUID()}@example.com`, name: "New", role: "coater" }),
  },
  resendInviteAction: { may: holders("people.manage"), input: ofInvite },
  revokeInviteAction: { may: holders("people.manage"), input: ofInvite },
  changeRoleAction: {
    may: holders("people.manage"),
    input: async (world) => ({ id: await world.member(), role: "office" }),
  },
  disableMemberAction: {
    may: holders("people.manage"),
    input: async (world) => ({ id: await world.member() }),
  },
  enableMemberAction: {
    may: holders("people.manage"),
    input: async (world) => {
      const id = await world.member();
      await world.owner.do("disableMemberAction", { id });
      return { id };
    },
  },
  signMemberOutAction: {
    may: holders("people.manage"),
    input: async (world) => ({ id: await world.member() }),
  },
  changeShopAction: {
    may: holders("settings.edit"),
    isOwn: true,
    input: async () => ({
      name: "Quillback Powder Coating",
      timeZone: "America/New_York",
      currency: "USD",
      units: "imperial",
    }),
  },
};

/** Actions for anyone: each proves by itself what it needs, and is walked for its origin and its refusals. */
export const publicActions: Record<string, { bad: unknown }> = {
  signInAction: { bad: { email: "nobody@example.com", password: "not the password" } },
  setUpAction: {
    bad: {
      code: "wrong",
      name: "Mine",
      timeZone: "America/New_York",
      currency: "USD",
      units: "imperial",
      locale: "en-US",
      ownerName: "Me",
      email: "me@example.com",
      password,
    },
  },
  openDemoAction: {
    bad: { code: "wrong", timeZone: "America/New_York", currency: "USD", units: "imperial", locale: "en-US" },
  },
  demoSignInAction: { bad: { memberId: crypto.randomUUID() } },
  resetPasswordAction: { bad: { token: "A".repeat(43), password } },
  enterPortalAction: { bad: { token: "A".repeat(43) } },
  requestFreshLinkAction: { bad: { token: "A".repeat(43) } },
  acceptInviteAction: { bad: { token: "A".repeat(43), name: "Me", password } },
};

/** Harmless for anyone: a mail that nobody gets, and leaving. */
export const harmlessActions = [
  "requestResetAction",
  "signOutAction",
  "requestPortalLinkAction",
  "leavePortalAction",
  "leavePreviewAction",
];
