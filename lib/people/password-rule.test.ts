import { describe, expect, test } from "vitest";
import { refusePassword } from "./password-rule";

describe("SECURITY 2: which passwords will do", () => {
  test("four plain words will do, whatever they are made of", () => {
    expect(refusePassword("correct horse battery")).toBeNull();
    expect(refusePassword("tüyler ürpertici şırıngalar")).toBeNull();
  });

  test("eleven characters are refused and twelve are not", () => {
    expect(refusePassword("kettle-mop7")).toMatch("at least 12");
    expect(refusePassword("kettle-mop71")).toBeNull();
  });

  test("128 characters will do and 129 are refused, never cut off", () => {
    const long = "wandering kettle ".repeat(8).slice(0, 128);
    expect(refusePassword(long)).toBeNull();
    expect(refusePassword(`${long}x`)).toMatch("at most 128");
  });

  test("an emoji counts as one character", () => {
    expect(refusePassword("🐙🦑🐠🐡🦀🦞🐚🐳🐬🐋🦈🐟")).toBeNull();
  });

  test.each([
    ["123qweasdzxc", "the first of the breached list"],
    ["QwertyQwerty", "one piece again"],
    ["aaaaaaaaaaaaaaaa", "one letter"],
    ["abcdefghijklmnop", "the alphabet"],
    ["9876543210987", "hardly any different digits in a row"],
    ["password1234", "a first word with figures"],
    ["!!Welcome2026!!", "a first word in marks"],
  ])("%s is refused: %s", (password) => {
    expect(refusePassword(password)).toMatch("one of the first");
  });

  test("one's own e-mail address and shop with a little added are refused", () => {
    expect(refusePassword("olive@example.com1", ["olive@example.com"])).toMatch("one of the first");
    expect(refusePassword("Quillback Coating!", ["Quillback Coating"])).toMatch("one of the first");
  });
});
