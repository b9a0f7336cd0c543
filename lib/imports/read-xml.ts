import { Refusal } from "@/lib/errors";
import type { Steps } from "./steps";

/** What a tag of a spreadsheet's XML hands on: names come without their namespace prefix. */
export type XmlHandler = {
  open: (name: string, attribute: (name: string) => string | undefined, isClosed: boolean) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

/** Walks XML tag by tag. Knows no DTD: documents with one are not read, so no entity can expand. */
export function* readXml(xml: string, handler: XmlHandler): Steps<void> {
  let at = 0;
  let told = 0;
  while (at < xml.length) {
    if (++told % tagsAStep === 0) yield;
    const start = xml.indexOf("<", at);
    const text = start < 0 ? xml.slice(at) : xml.slice(at, start);
    if (text !== "" && handler.text) handler.text(decodeEntities(text));
    if (start < 0) return;
    if (xml.startsWith("<!--", start)) {
      at = after(xml, "-->", start);
    } else if (xml.startsWith("<![CDATA[", start)) {
      at = after(xml, "]]>", start);
      handler.text?.(xml.slice(start + 9, at - 3));
    } else if (xml.startsWith("<?", start)) {
      at = after(xml, "?>", start);
    } else if (xml.startsWith("<!", start)) {
      throw new Refusal("invalid", "This workbook holds XML that spreadsheets do not write.");
    } else {
      at = after(xml, ">", start);
      tag(xml.slice(start + 1, at - 1), handler);
    }
  }
}

const tagsAStep = 10_000;

function after(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from);
  return at < 0 ? xml.length : at + end.length;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

function tag(source: string, handler: XmlHandler): void {
  if (source.startsWith("/")) {
    handler.close?.(localName(source.slice(1).trim()));
    return;
  }
  const isClosed = source.endsWith("/");
  const body = isClosed ? source.slice(0, -1) : source;
  const space = body.search(/\s/);
  const name = localName(space < 0 ? body : body.slice(0, space));
  handler.open(name, (wanted) => attributeOf(body, wanted), isClosed);
  if (isClosed) handler.close?.(name);
}

function attributeOf(body: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(body);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decodeEntities(value);
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null;
    if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return named[name] ?? whole;
  });
}
