import { expect, test } from "vitest";
import { nameKey, nameWords } from "./name-key";

test("takes away case, accents, punctuation and legal endings", () => {
  expect(nameKey("Crayby Patio Furniture, LLC (deleted)")).toBe("craybypatiofurniture");
  expect(nameKey("THE Smith & Sons Co., Inc.")).toBe("smithsons");
  expect(nameKey("José  Quintavallo")).toBe(nameKey("jose\u0301 quintavallo".normalize("NFD")));
  expect(nameKey("Weiß GmbH & Co. KG")).toBe("weiss");
  expect(nameKey("Métal Décor S.à r.l.")).toBe("metaldecor");
});

test("keeps what tells two customers apart", () => {
  expect(nameKey("Walter Stone Sr")).not.toBe(nameKey("Walter Stone Jr"));
  expect(nameKey("Elms Inc:North Yard")).not.toBe(nameKey("Elms Inc"));
  expect(nameKey("Green Ag")).not.toBe(nameKey("Green"));
});

test("never empties a name that is all ending", () => {
  expect(nameKey("The Co")).toBe("co");
  expect(nameKey("LLC")).toBe("llc");
});

test("keeps scripts without capitals", () => {
  expect(nameKey("ミドリ坂金属工業")).toBe("ミドリ坂金属工業");
  expect(nameWords("אור־דרום מתכות")).toEqual(["אור", "דרום", "מתכות"]);
});
