import fc from "fast-check";
import { expect, test } from "vitest";
import { contrast } from "../measures/contrast";
import { brandColours, brandStyle } from "./brand-colours";

const byte = fc.integer({ min: 0, max: 255 }).map((one) => one.toString(16).padStart(2, "0"));
const hex = fc.tuple(byte, byte, byte).map((parts) => `#${parts.join("")}`);

test("whatever colour a shop chose, buttons stand out and words read, on light and on dark", () => {
  fc.assert(
    fc.property(hex, (accent) => {
      const { light, dark } = brandColours(accent) as NonNullable<ReturnType<typeof brandColours>>;
      for (const [worn, paper] of [
        [light, "#f6f4f0"],
        [dark, "#1e1c1a"],
      ] as const) {
        expect(contrast(worn.accent, paper)).toBeGreaterThanOrEqual(3);
        expect(contrast(worn.onAccent, worn.accent)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(worn.onAccent, worn.strong)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(worn.ink, paper)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(worn.ink, worn.wash)).toBeGreaterThanOrEqual(4.5);
      }
    }),
    { numRuns: 2000 },
  );
});

test("a colour that already does is worn as it is", () => {
  expect(brandColours("#a02128")?.light.accent).toBe("#a02128");
});

test.each(["", "red", "#fff", "#a02128;}body{display:none", "</style><script>"])(
  "27: %j is no colour and leaves no style",
  (accent) => {
    expect(brandStyle(accent)).toBe("");
  },
);
