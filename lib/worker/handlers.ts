import "server-only";
import { makeDemo } from "@/db/seed/make-demo";
import { drawProof } from "../approvals/draw-proof";
import { expireProof } from "../approvals/expire-proof";
import { remindOnTime } from "../approvals/remind-of-proof";
import type { Context, SystemActor } from "../context";
import { makeSharedCopy } from "../files/make-shared-copy";
import { makeThumbnail } from "../files/make-thumbnail";
import { bringInRows } from "../imports/bring-in-rows";
import { failImport } from "../imports/fail-import";
import { undoRows } from "../imports/undo-rows";
import { sendMessage } from "../messages/send-message";
import { tellOfJob } from "../notices/tell-of-job";
import type { Chore } from "../outbox/enqueue";
import { mailPortalLink } from "../people/mail-portal-link";
import { mailReset } from "../people/mail-reset";
import { mailFreshLink } from "../portal/mail-fresh-link";

export type OfShop = { [N in keyof Chore]: Chore[N] extends { shopId: string } ? N : never }[keyof Chore];
type Handlers = { [N in OfShop]?: (ctx: Context<SystemActor>, told: Chore[N]) => Promise<unknown> };
export type Handle = (ctx: Context<SystemActor>, told: Chore[OfShop]) => Promise<unknown>;

/** What the worker does of each kind of background work. */
export const handlers: Handlers = {
  "make-thumbnail": makeThumbnail,
  "make-shared-copy": makeSharedCopy,
  "run-import": bringInRows,
  "undo-import": undoRows,
  "fail-import": failImport,
  "send-message": sendMessage,
  "mail-fresh-link": mailFreshLink,
  "draw-proof": drawProof,
  "remind-proof": remindOnTime,
  "expire-proof": expireProof,
  "tell-of-job": tellOfJob,
  "make-demo": (ctx) => makeDemo(ctx),
};

type Free = Exclude<keyof Chore, OfShop>;

/** The same for work that belongs to no shop yet. */
export const shoplessHandlers: { [N in Free]: (told: Chore[N]) => Promise<unknown> } = {
  "mail-reset": mailReset,
  "mail-portal-link": mailPortalLink,
};
