import { z } from "zod";
import { portalRoles, roles, scopes, unitSystems } from "@/db/vocabulary";

/** With some of them one header of a mail turns into two. */
const controls = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .refine((text) => !controls.test(text), "Use letters and figures on one line.");

const emailAddress = line(254)
  .toLowerCase()
  .pipe(z.email("Write an e-mail address such as sam@example.com."));

const personName = line(100).min(1, "Write a name.");

/** Only its size: the rule for a new one is lib/people/password-rule.ts. */
const passwordTyped = z.string().min(1, "Type your password.").max(1000, "This is too long for a password.");

export const linkToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, "This link is not complete. Open it from the message again.");

export const signInInput = z.object({
  email: emailAddress,
  password: passwordTyped,
  /** Which of a person's shops, when they have several. */
  shopId: z.uuid().optional(),
  next: z.string().max(500).default(""),
});
export type SignInInput = z.output<typeof signInInput>;

const currencies = new Set(Intl.supportedValuesOf("currency"));

export const timeZone = z.string().max(64).refine(isTimeZone, "Choose a time zone.");
export const currency = z.string().refine((code) => currencies.has(code), "Choose a currency.");
export const locale = z.string().max(35).refine(isLocale, "Choose a language.");

export const shopSettings = z.object({
  name: line(100).min(1, "Name the shop."),
  timeZone,
  currency,
  units: z.enum(unitSystems),
});

export type ShopSettings = z.output<typeof shopSettings>;

const setupCode = z.string().trim().max(100);

export const setUpInput = shopSettings.extend({
  code: setupCode.min(1, "Type the set-up code from the terminal."),
  locale,
  ownerName: personName,
  email: emailAddress,
  password: passwordTyped,
});
export type SetUpInput = z.output<typeof setUpInput>;

export const openDemoInput = z.object({
  code: setupCode,
  timeZone,
  locale,
  currency,
  units: z.enum(unitSystems),
});
export type OpenDemoInput = z.output<typeof openDemoInput>;

export const demoSignInInput = z.object({ memberId: z.uuid() });

export const requestResetInput = z.object({ email: emailAddress });

export const resetPasswordInput = z.object({ token: linkToken, password: passwordTyped });
export type ResetPasswordInput = z.output<typeof resetPasswordInput>;

export const changePasswordInput = z.object({ current: passwordTyped, password: passwordTyped });
export type ChangePasswordInput = z.output<typeof changePasswordInput>;

export const sessionChoice = z.object({ id: z.uuid() });
export const signOutEverywhereInput = z.object({ isThisKept: z.boolean() });
export const shopChoice = z.object({ shopId: z.uuid() });

export const inviteInput = z.object({ email: emailAddress, name: personName, role: z.enum(roles) });
export type InviteInput = z.output<typeof inviteInput>;

export const inviteChoice = z.object({ id: z.uuid() });

export const acceptInviteInput = z.object({
  token: linkToken,
  /** Asked of a person who is new here. */
  name: personName.optional(),
  /** A new person's new password, or a known person's own; none from one who is signed in. */
  password: passwordTyped.optional(),
});
export type AcceptInviteInput = z.output<typeof acceptInviteInput>;

export const memberChoice = z.object({ id: z.uuid() });
export const roleChangeInput = z.object({ id: z.uuid(), role: z.enum(roles) });
export const memberNameInput = z.object({ name: personName });

export const portalLinkInput = z.object({ email: emailAddress, next: z.string().max(500).default("") });
export const portalEnterInput = z.object({ token: linkToken, next: z.string().max(500).default("") });
export const contactChoice = z.object({ contactId: z.uuid() });
export const contactRoleInput = contactChoice.extend({ role: z.enum(portalRoles) });

/** How long a key may be used, in days; null for good. */
export const keyDays = [30, 90, 365, null] as const;

export const newApiKeyInput = z.object({
  name: line(60).min(1, "Say which program it is for."),
  scopes: z.array(z.enum(scopes)).min(1, "Choose what it may do.").max(scopes.length),
  days: z.literal(keyDays),
});
export type NewApiKeyInput = z.output<typeof newApiKeyInput>;
export const apiKeyChoice = z.object({ id: z.uuid() });

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
