import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { decodeText } from "./decode-text";

const words = "Müller Façade – Größe ½ €\nJosé Nuñez, Zoë";

test("reads UTF-8 with and without a mark", () => {
  expect(decodeText(Buffer.from(`\ufeff${words}`)).text).toBe(words);
  expect(decodeText(Buffer.from(words))).toEqual({
    text: words,
    encoding: { name: "utf-8", hasMark: false, isMixed: false },
  });
});

test("reads Windows-1252 where the bytes are no UTF-8", () => {
  const decoded = decodeText(iconv.encode(words, "windows-1252"));
  expect(decoded.text).toBe(words);
  expect(decoded.encoding.name).toBe("windows-1252");
});

test("reads sixteen bits with and without a mark", () => {
  for (const name of ["utf-16le", "utf-16be"]) {
    expect(decodeText(iconv.encode(words, name, { addBOM: true })).text).toBe(words);
    expect(decodeText(iconv.encode(words, name, { addBOM: false })).text).toBe(words);
  }
});

test("keeps UTF-8 letters when a few stray Windows bytes are mixed in", () => {
  const bytes = Buffer.concat([Buffer.from(`${words} ${words}`), iconv.encode(" 20° bend", "windows-1252")]);
  const decoded = decodeText(bytes);
  expect(decoded.text).toBe(`${words} ${words} 20° bend`);
  expect(decoded.encoding.isMixed).toBe(true);
});

test("reads the encoding that a person chose", () => {
  expect(decodeText(iconv.encode("Łódź Kraków", "windows-1250"), "windows-1250").text).toBe("Łódź Kraków");
});

test("reads an empty file as no text", () => {
  expect(decodeText(new Uint8Array()).text).toBe("");
});
