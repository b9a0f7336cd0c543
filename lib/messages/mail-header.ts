import { Refusal } from "../errors";

const controls = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;

/** Text that becomes a mail header. Refuses line breaks and other control characters, with which one header turns into two. */
export function headerText(text: string, what: string): string {
  if (controls.test(text)) throw new Refusal("invalid", `${what} must be on one line.`);
  return text;
}

const bareAddress = /^[^\s@,;:<>"()[\]\\]+@[^\s@,;:<>"()[\]\\]+$/;

/** Whether it is one bare e-mail address that a header may hold. */
export const isAddress = (text: string) =>
  text.length <= 254 && !controls.test(text) && bareAddress.test(text);

/** One bare e-mail address. Refuses names, lists and anything on two lines. */
export function headerAddress(address: string): string {
  const one = headerText(address, "An e-mail address");
  if (!isAddress(one)) {
    throw new Refusal("invalid", "Write one e-mail address such as sam@example.com.");
  }
  return one;
}
