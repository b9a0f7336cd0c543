import "server-only";
import NextAuth, { type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "../env";
import { endSession } from "./end-sessions";
import { findSessionOwner } from "./find-session-owner";
import { sessionDays } from "./open-session";
import { isSecure, sessionCookieName } from "./session-cookie-name";

/** next-auth holds the session's token in its encrypted cookie; the session itself is a row that can be ended. */
export const { handlers, signIn, signOut } = NextAuth(() => {
  process.env.AUTH_URL = new URL(env().COATYARD_URL).origin;
  return config();
});

const config = (): NextAuthConfig => ({
  secret: env().AUTH_SECRET,
  trustHost: true,
  useSecureCookies: isSecure(),
  session: { strategy: "jwt", maxAge: sessionDays * 86_400 },
  pages: { signIn: "/sign-in", signOut: "/account", error: "/sign-in", verifyRequest: "/sign-in" },
  cookies: {
    sessionToken: {
      name: sessionCookieName(),
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() },
    },
  },
  providers: [
    Credentials({
      credentials: { token: {} },
      authorize: async ({ token }) => findSessionOwner(String(token ?? "")),
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { ...token, session: user.session, shop: user.shop } : token),
    session: ({ session }) => ({ expires: session.expires, user: undefined as never }),
  },
  events: {
    signOut: async (ended) => {
      const token = "token" in ended ? ended.token?.session : undefined;
      if (typeof token === "string") await endSession(token);
    },
  },
});

declare module "next-auth" {
  interface User {
    session?: string;
    shop?: string;
  }
}
