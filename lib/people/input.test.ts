import { expect, test } from "vitest";
import { headerText } from "../messages/mail-header";
import { acceptInviteInput, inviteInput, memberNameInput, setUpInput, shopSettings } from "./input";

const breaks = ["\r\n", "\n", "\r", "\u0000", "\u000b", "\u0085", "\u2028", "\u2029", "\u007f"];

test.each(breaks)(
  "SECURITY 29: %j in a name or an address that mail will carry is refused as it is typed",
  (mark) => {
    const sly = `Olive${mark}Bcc: all@example.com`;
    const shop = { name: "Quillback", timeZone: "Europe/Berlin", currency: "EUR", units: "metric" };
    const setUp = {
      ...shop,
      code: "K7QX2MPA",
      locale: "de-DE",
      ownerName: "Olive",
      email: "o@example.com",
      password: "x",
    };
    const invite = { email: "o@example.com", name: "Olive", role: "coater" };
    expect(setUpInput.safeParse(setUp).success && inviteInput.safeParse(invite).success).toBe(true);
    const refused = [
      shopSettings.safeParse({ ...shop, name: sly }),
      setUpInput.safeParse({ ...setUp, ownerName: sly }),
      setUpInput.safeParse({ ...setUp, email: `o@example.com${mark}Bcc:all@example.com` }),
      inviteInput.safeParse({ ...invite, name: sly }),
      inviteInput.safeParse({ ...invite, email: `o@example.com${mark},all@example.com` }),
      memberNameInput.safeParse({ name: sly }),
      acceptInviteInput.safeParse({ token: "A".repeat(43), name: sly }),
    ];
    expect(refused.map((one) => one.success)).toEqual(refused.map(() => false));
  },
);

test("SECURITY 29: whatever anyone may be named goes into a header, so that their mail leaves", () => {
  for (let code = 0; code <= 0xffff; code += 1) {
    const name = `Q${String.fromCharCode(code)}b`;
    const typed = memberNameInput.safeParse({ name });
    if (typed.success) expect(headerText(typed.data.name, "A name")).toBe(name);
  }
});
