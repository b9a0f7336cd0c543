"use server";
import { z } from "zod";
import { publicAction } from "../entry/action";
import { signOut } from "./auth";
import type { Caller } from "./caller";
import { signInToDemo } from "./demo-people";
import { demoSignInInput, openDemoInput, type SignInInput, setUpInput, signInInput } from "./input";
import { openDemo } from "./open-demo";
import { ownPath } from "./own-path";
import { setUpShop } from "./set-up-shop";
import { signInWithPassword } from "./sign-in";
import { wearSession } from "./wear-session";

export const signInAction = publicAction(
  signInInput,
  async function signIn(input: SignInInput, caller: Caller) {
    const opened = await signInWithPassword(input, caller);
    if ("choose" in opened) return opened;
    await wearSession(opened);
    return { to: ownPath(input.next) };
  },
);

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
