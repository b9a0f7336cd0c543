import "server-only";
import { cookies } from "next/headers";
import { env } from "../env";
import { signIn } from "./auth";
import { deviceCookieName, deviceDays, rememberDevice } from "./known-device";
import { endWornSession } from "./session";

/** Puts a session just opened in this browser's cookie, ends the one it wore, and knows the device from now on. */
export async function wearSession(opened: { token: string; email: string }): Promise<void> {
  await endWornSession();
  await signIn("credentials", { token: opened.token, redirect: false, redirectTo: "/board" });
  if (!opened.email) return;
  const jar = await cookies();
  jar.set(deviceCookieName(), rememberDevice(jar.get(deviceCookieName())?.value ?? "", opened.email), {
    httpOnly: true,
    secure: env().COATYARD_URL.startsWith("https:"),
    sameSite: "lax",
    path: "/",
    maxAge: deviceDays * 86_400,
  });
}
