import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";

export type Mail = { to: string; subject: string; text: string };

/** The mails that the shop's server really sent, oldest first. */
export function mails(): Mail[] {
  const folder = process.env.E2E_MAIL as string;
  const names = readdirSync(folder).filter((name) => name.endsWith(".eml"));
  return names.sort().map((name) => readMail(readFileSync(join(folder, name), "latin1")));
}

/** Waits for the newest mail to an address with these words in its subject, and no fewer than `count` of them. */
export async function mailTo(address: string, subject: RegExp, count = 1): Promise<Mail> {
  const found = () => mails().filter((one) => one.to.includes(address) && subject.test(one.subject));
  await expect.poll(() => found().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(count);
  return found().at(-1) as Mail;
}

/** The path of the link in a mail that begins so. */
export function linkIn({ text }: Mail, begins: "/a/" | "/portal/"): string {
  const found = text.match(new RegExp(`https?://[^/\\s]+(${begins}\\S+)`));
  if (!found?.[1]) throw new Error(`no ${begins} link in: ${text}`);
  return found[1];
}

function readMail(raw: string): Mail {
  const { headers, body } = part(raw);
  const boundary = headers.get("content-type")?.match(/boundary="?([^";]+)"?/)?.[1];
  const parts = boundary
    ? body.split(`--${boundary}`).map((one) => part(one.trimStart()))
    : [{ headers, body }];
  const plain = parts.find((one) => one.headers.get("content-type")?.startsWith("text/plain"));
  return {
    to: headers.get("to") ?? "",
    subject: decodeWords(headers.get("subject") ?? ""),
    text: plain ? decode(plain) : "",
  };
}

type Part = { headers: Map<string, string>; body: string };

function part(raw: string): Part {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  const headers = lines.map((line): [string, string] => {
    const at = line.indexOf(":");
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  return { headers: new Map(headers), body: rest.join("\r\n\r\n") };
}

function decode({ headers, body }: Part): string {
  const encoding = headers.get("content-transfer-encoding");
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  return encoding === "quoted-printable" ? unquote(body.replace(/=\r\n/g, "")) : body;
}

const unquote = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

/** =?UTF-8?Q?…?= as it is read. */
const decodeWords = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, said: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(said, "base64").toString("utf8")
        : unquote(said.replaceAll("_", " ")),
    );
