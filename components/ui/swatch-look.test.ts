import { expect, test } from "vitest";
import { bandsOf, describeCoats, type SwatchCoat } from "./swatch-look";

const primer: SwatchCoat = { hex: "#6d6f72", gloss: "matte", name: "Zinc primer", code: "ZP-2" };
const chrome: SwatchCoat = { hex: "#c9cbcd", texture: "metallic", gloss: "gloss", name: "Super chrome" };
const candy: SwatchCoat = { hex: "#b00018", texture: "candy", gloss: "gloss", name: "Candy red" };
const clear: SwatchCoat = { hex: "", texture: "clear", gloss: "gloss", name: "Clear" };

test("every coat is a band, in order of application", () => {
  expect(bandsOf([primer, chrome, candy]).map((band) => band.sheen)).toEqual(["none", "metallic", "candy"]);
});

test("a clear coat keeps the colour beneath it and brings its own gloss", () => {
  expect(bandsOf([primer, clear])[1]).toEqual({
    colour: "#6d6f72",
    glow: null,
    sheen: "gloss",
    grain: "none",
  });
});

test("a candy looks different over chrome and over black, and sparkles only over metal flakes", () => {
  const [, overChrome] = bandsOf([chrome, candy]);
  const [, overBlack] = bandsOf([{ hex: "#0e0e10", gloss: "gloss" }, candy]);
  expect(overChrome?.colour).not.toBe(overBlack?.colour);
  expect([overChrome?.grain, overBlack?.grain]).toEqual(["metallic", "none"]);
});

test("a colour known by words alone has none on screen", () => {
  expect(bandsOf([{ hex: "" }, { hex: "barn red" }]).map((band) => band.colour)).toEqual([null, null]);
});

test("the words name the top coat first, and say so when nothing is known", () => {
  expect(describeCoats([primer, candy])).toBe("Candy red, gloss candy, over Zinc primer ZP-2, matte");
  expect(describeCoats([])).toBe("No colour yet");
  expect(describeCoats([{ hex: "" }])).toBe("Unknown colour");
});
