import { readFileSync } from "node:fs";
import { password } from "../world";
import { customerActions } from "./customers";
import { type ActionDoor, holders } from "./door";
import { importActions } from "./imports";
import { jobActions } from "./jobs";
import { numberActions } from "./numbers";
import { personActions } from "./people";
import { powderActions } from "./powders";
import { proofActions } from "./proofs";
import type { Person, World } from "./world";

const ofComment = async (world: World, by: Person) => {
  const { number } = await world.job();
  const author = by.name === "Otto Other" ? world.owner : by;
  return author.do<{ id: string }>("addCommentAction", { number, body: "a note" });
};
const ofFile = async (world: World) => {
  const { number } = await world.job();
  return world.put(
    `/api/files?name=gate.jpg&job=${number}`,
    readFileSync("lib/files/fixtures/gate_front.jpg"),
  );
};
const ofStage = (world: World) =>
  world.owner.do<{ id: string }>("addStageAction", {
    name: `S ${crypto.randomUUID().slice(0, 8)}`,
    kind: "working",
  });

/** Every action for members. A new action that is not here fails the walk. */
export const memberActions: Record<string, ActionDoor> = {
  askBackupAction: { may: holders("backups.run"), isOwn: true, input: async () => ({}) },
  verifyHistoryAction: { may: holders("audit.read"), isOwn: true, input: async () => ({}) },
  ...powderActions,
  ...numberActions,
  ...proofActions,
  ...jobActions,
  ...customerActions,
  ...importActions,
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
  ...personActions,
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
