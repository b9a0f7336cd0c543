import "server-only";
import { env } from "../env";
import { headerAddress, headerText } from "./mail-header";

/** Who a mail comes from: the address of MAIL_FROM, under the name there or else the shop's. */
export function mailFrom(shopName: string): { name: string; address: string } {
  const setting = env().MAIL_FROM.trim();
  const [, name = "", address = setting] = setting.match(/^(.*?)<([^<>]+)>$/) ?? [];
  const shown = name.trim().replace(/^"(.*)"$/, "$1") || shopName;
  return { name: headerText(shown, "The sender's name"), address: headerAddress(address.trim()) };
}

/** As a header: "Acme ""Quick"" Coating" <mail@acme.example>. */
export function mailFromHeader(shopName: string): string {
  const { name, address } = mailFrom(shopName);
  return `"${name.replace(/[\\"]/g, "\\$&")}" <${address}>`;
}
