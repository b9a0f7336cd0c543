"use server";
import { headers } from "next/headers";
import { z } from "zod";
import { publicAction, staffAction } from "../entry/action";
import { describeDevice } from "../entry/describe-device";
import { acceptInvite } from "./accept-invite";
import { signOut } from "./auth";
import { changeContactRole } from "./change-contact-role";
import { changePassword } from "./change-password";
import { changeRole } from "./change-role";
import { changeShop } from "./change-shop";
import { createApiKey } from "./create-api-key";
import { signInToDemo } from "./demo-people";
import { disableMember } from "./disable-member";
import { enableMember } from "./enable-member";
import { endContactAccess } from "./end-contact-access";
import {
  acceptInviteInput,
  apiKeyChoice,
  changePasswordInput,
  contactChoice,
  contactRoleInput,
  demoSignInInput,
  inviteChoice,
  inviteInput,
  memberChoice,
  memberNameInput,
  newApiKeyInput,
  openDemoInput,
  requestResetInput,
  resetPasswordInput,
  roleChangeInput,
  sessionChoice,
  setUpInput,
  shopChoice,
  shopSettings,
  signInInput,
  signOutEverywhereInput,
} from "./input";
import { inviteContact } from "./invite-contact";
import { inviteMember } from "./invite-member";
import { openDemo } from "./open-demo";
import { ownPath } from "./own-path";
import { wearPreview } from "./portal-session";
import { provePreview } from "./preview-contact";
import { renameMe } from "./rename-me";
import { requestReset } from "./request-reset";
import { resendInvite } from "./resend-invite";
import { resetPassword } from "./reset-password";
import { revokeApiKey } from "./revoke-api-key";
import { revokeInvite } from "./revoke-invite";
import { revokeSession } from "./revoke-session";
import { findStaff, wearSession } from "./session";
import { setUpShop } from "./set-up-shop";
import { signInWithPassword } from "./sign-in";
import { signMemberOut } from "./sign-member-out";
import { signOutEverywhere } from "./sign-out-everywhere";
import { switchShop } from "./switch-shop";

export const signInAction = publicAction(signInInput, async function signIn(input, caller) {
  const opened = await signInWithPassword(input, caller);
  if ("choose" in opened) return opened;
  await wearSession(opened);
  return { to: ownPath(input.next) };
});

export const signOutAction = publicAction(z.undefined(), async function signOutHere() {
  await signOut({ redirect: false });
  return { to: "/sign-in" };
});

export const setUpAction = publicAction(setUpInput, async function setUp(input, caller) {
  await wearSession(await setUpShop(input, caller));
  return { to: "/board" };
});

export const openDemoAction = publicAction(openDemoInput, async function demo(input, caller) {
  await wearSession(await openDemo(input, caller));
  return { to: "/board" };
});

export const demoSignInAction = publicAction(
  demoSignInInput,
  async function signInDemo({ memberId }, caller) {
    await wearSession(await signInToDemo(memberId, caller));
    return { to: "/board" };
  },
);

export const requestResetAction = publicAction(requestResetInput, requestReset);

export const resetPasswordAction = publicAction(resetPasswordInput, async function reset(input, caller) {
  const done = await resetPassword(input, caller);
  if (done.to === "/board") await wearSession(done);
  return { to: done.to };
});

export const acceptInviteAction = publicAction(acceptInviteInput, async function accept(input, caller) {
  await wearSession(await acceptInvite(input, caller, await findStaff()));
  return { to: "/board" };
});

export const switchShopAction = staffAction(shopChoice, async function switchTo(ctx, input) {
  const device = describeDevice((await headers()).get("user-agent") ?? "");
  await wearSession(await switchShop(ctx, input, device));
  return { to: "/board" };
});

export const changePasswordAction = staffAction(changePasswordInput, changePassword);
export const renameMeAction = staffAction(memberNameInput, renameMe);
export const revokeSessionAction = staffAction(sessionChoice, revokeSession);
export const signOutEverywhereAction = staffAction(signOutEverywhereInput, signOutEverywhere);

export const inviteMemberAction = staffAction(inviteInput, inviteMember);
export const resendInviteAction = staffAction(inviteChoice, resendInvite);
export const revokeInviteAction = staffAction(inviteChoice, revokeInvite);
export const changeRoleAction = staffAction(roleChangeInput, changeRole);
export const disableMemberAction = staffAction(memberChoice, disableMember);
export const enableMemberAction = staffAction(memberChoice, enableMember);
export const signMemberOutAction = staffAction(memberChoice, signMemberOut);

export const createApiKeyAction = staffAction(newApiKeyInput, createApiKey);
export const revokeApiKeyAction = staffAction(apiKeyChoice, revokeApiKey);

export const changeShopAction = staffAction(shopSettings, changeShop);

export const inviteContactAction = staffAction(contactRoleInput, inviteContact);
export const changeContactRoleAction = staffAction(contactRoleInput, changeContactRole);
export const endContactAccessAction = staffAction(contactChoice, endContactAccess);
export const previewContactAction = staffAction(contactChoice, async function preview(ctx, { contactId }) {
  await provePreview(ctx, contactId);
  await wearPreview(contactId);
  return { to: "/portal" };
});
