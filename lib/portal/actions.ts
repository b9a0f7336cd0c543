"use server";
import { headers } from "next/headers";
import { z } from "zod";
import { decideProof } from "../approvals/decide-proof";
import { decideProofInput, oneVersionInput, proofCommentInput } from "../approvals/input";
import { markProofSeen } from "../approvals/mark-proof-seen";
import { linkAction, portalAction, publicAction } from "../entry/action";
import { describeDevice } from "../entry/describe-device";
import { refreshingAction } from "../entry/refreshing-action";
import { contactChoice, portalEnterInput, portalLinkInput, sessionChoice } from "../people/input";
import { revokeContactSession } from "../people/list-contact-sessions";
import { portalPath } from "../people/portal-path";
import {
  findPortalReader,
  takeOffContactSession,
  takeOffPreview,
  wearContactSession,
} from "../people/portal-session";
import { redeemPortalLink } from "../people/redeem-portal-link";
import { requestPortalLink } from "../people/request-portal-link";
import { switchCustomer } from "../people/switch-customer";
import { addPortalComment } from "./add-portal-comment";
import { freshLinkInput, portalCommentInput } from "./input";
import { requestFreshLink } from "./request-fresh-link";
import { sayOfProof } from "./say-of-proof";

export const requestPortalLinkAction = publicAction(portalLinkInput, requestPortalLink);

export const enterPortalAction = publicAction(portalEnterInput, async function enterPortal(input, caller) {
  await wearContactSession(await redeemPortalLink(input, caller));
  return { to: portalPath(input.next) };
});

export const leavePortalAction = publicAction(z.undefined(), async function leavePortal() {
  await takeOffContactSession();
  return { to: "/portal/sign-in" };
});

export const leavePreviewAction = publicAction(z.undefined(), async function leavePreview() {
  const seen = await findPortalReader();
  await takeOffPreview();
  return { to: seen?.actor.previewedBy ? `/customers/${seen.actor.customerId}` : "/customers" };
});

export const switchCustomerAction = portalAction(contactChoice, async function switchTo(ctx, input) {
  const device = describeDevice((await headers()).get("user-agent") ?? "");
  await wearContactSession(await switchCustomer(ctx, input, device));
  return { to: "/portal" };
});

export const endContactSessionAction = refreshingAction(portalAction(sessionChoice, revokeContactSession));
export const addPortalCommentAction = refreshingAction(portalAction(portalCommentInput, addPortalComment));

export const decideProofAction = refreshingAction(portalAction(decideProofInput, decideProof));
export const commentOnProofAction = refreshingAction(portalAction(proofCommentInput, sayOfProof));
export const seeProofAction = portalAction(oneVersionInput, markProofSeen);

export const decideByLinkAction = refreshingAction(
  linkAction(decideProofInput.and(freshLinkInput), decideProof),
);
export const commentByLinkAction = refreshingAction(
  linkAction(proofCommentInput.and(freshLinkInput), sayOfProof),
);
export const seeByLinkAction = linkAction(oneVersionInput.and(freshLinkInput), markProofSeen);

export const requestFreshLinkAction = publicAction(freshLinkInput, requestFreshLink);
