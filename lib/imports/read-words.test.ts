import { expect, test } from "vitest";
import { defaultStages } from "@/db/vocabulary";
import { openColourBook } from "./colour-book";
import { readAddress } from "./read-address";
import { readColour } from "./read-colour";
import { readEmails } from "./read-email";
import { readPaid } from "./read-paid";
import { readPhones } from "./read-phone";
import { readPowderName } from "./read-powder-name";
import { readQuantity } from "./read-quantity";
import { findStage } from "./read-status";
import { readTicket, reworkOf } from "./read-ticket";

const stages = defaultStages.map((stage) => ({ ...stage, id: stage.name }));
const stage = (text: string) => findStage(text, stages)?.name ?? null;

test("finds the stage for the words of several floors", () => {
  expect(["PU", "Picked up 1/3", "abgeholt 18.11.", "livré", "consegnato"].map(stage)).toEqual(
    Array(5).fill("Delivered"),
  );
  expect(["READY lvm", "ready - called", "pret", "listo"].map(stage)).toEqual(Array(4).fill("Ready"));
  expect(
    [
      "hung",
      "shooting today",
      "in oven",
      "im Ofen",
      "taped up",
      "gestrahlt",
      "check w/ gauge",
      "waiting on powder",
    ].map(stage),
  ).toEqual(["Coating", "Coating", "Curing", "Curing", "Masking", "Prep", "QC", "Received"]);
});

test("leaves doubtful and unknown states to a person", () => {
  for (const text of [
    "1/2 done",
    "???",
    "see Mike",
    "mañana",
    "cancelled",
    "not ready",
    "done?",
    "in Arbeit",
    "fertig",
  ])
    expect(stage(text), text).toBeNull();
});

test("knows a shop's own stage by its name before any word list", () => {
  expect(findStage("Abholbereit ", [{ id: "1", name: "abholbereit", kind: "waiting" }])?.id).toBe("1");
});

const book = openColourBook([
  { id: "1", maker: "Acme", code: "SN-974G", name: "Silver Vein" },
  { id: "2", maker: "Acme", code: "0035894", name: "Super Mirror Chrome" },
  { id: "3", maker: "Brite", code: "C203-WH34", name: "Clear Topcoat" },
  { id: "4", maker: "Brite", code: "P-1", name: "Zinc Epoxy Primer" },
  { id: "5", maker: "Brite", code: "77/1", name: "Candy Teal", colourCode: "" },
]);
const colour = (text: string) => {
  const reading = readColour(text, book);
  return "coats" in reading && reading.kind === "coats"
    ? reading.coats.map((coat) => coat.code || coat.name).join(" + ")
    : reading.kind;
};

test("reads standard codes in every spelling, and a maker's codes before words", () => {
  expect(
    ["RAL9005", "ral-9016 gloss", "9016", "Jet black 9005", "RAL 9005 (jet black)", "Traffic white"].map(
      colour,
    ),
  ).toEqual(["RAL 9005", "RAL 9016", "RAL 9016", "RAL 9005", "RAL 9005", "RAL 9016"]);
  expect(["FS 20109", "FS20109", "Fed Std 20109", "FS 595B 20109"].map(colour)).toEqual(
    Array(4).fill("FS 20109"),
  );
  expect(["Acme SN-974G", "sn-974g silver", "Silver Vein", "0035894"].map(colour)).toEqual([
    "SN-974G",
    "SN-974G",
    "SN-974G",
    "0035894",
  ]);
});

test("reads several coats in the order they go on", () => {
  expect(
    [
      "9005 + clear",
      "Candy Teal over chrome",
      "Candy Teal o/ chrome",
      "primer + RAL 9016",
      "zinc primer, RAL 9016 gloss",
    ].map(colour),
  ).toEqual(["RAL 9005 + C203-WH34", "0035894 + 77/1", "0035894 + 77/1", "P-1 + RAL 9016", "P-1 + RAL 9016"]);
});

test("keeps plain words as words and asks about the rest", () => {
  for (const text of [
    "gloss blk",
    "dk grey satin",
    "schwarz matt",
    "noir mat",
    "bianco lucido",
    "anthrazit feinstruktur",
    "dunkelgrau",
  ])
    expect(colour(text), text).toBe(text);
  for (const text of [
    "match sample",
    "that blue from last time",
    "RAL 9999",
    "RAL9O05",
    "RAL 90005",
    "X-77 black",
    "?",
    "9005 or 9016",
    "wie letztes Mal",
  ]) {
    expect(colour(text), text).toBe("unknown");
  }
  for (const text of ["RAL 9005 white", "7035 black", "RAL 3020 blue", "RAL 9005 weiß", "RAL 9010 noir"])
    expect(colour(text), text).toBe("contradiction");
  expect(colour("")).toBe("blank");
});

test("takes a powder's name apart", () => {
  expect(readPowderName("RAL 9016 Traffic white gloss")).toMatchObject({
    name: "Traffic white",
    colourCode: "RAL 9016",
    gloss: "gloss",
  });
  expect(readPowderName("FS 24052")).toMatchObject({ name: "FS 24052", colourCode: "FS 24052", gloss: null });
  expect(readPowderName("Anthrazitgrau", "7016 matt")).toMatchObject({
    name: "Anthrazitgrau",
    gloss: "matte",
  });
});

test("reads telephone numbers with labels and extensions alike, however typed", () => {
  const digits = (text: string) => readPhones(text).map((phone) => phone.digits);
  expect(digits("+1 413-555-0142")).toEqual(digits("(413) 555-0142 ext. 012"));
  expect(digits("1.413.555.0142")).toEqual(["4135550142"]);
  expect(digits("+49 (0)171 5550123")).toEqual(digits("0171 555 0123"));
  expect(readPhones("Phone:(413) 555-0142 Mobile:413.555.0109")).toMatchObject([
    { label: "phone" },
    { label: "mobile", digits: "4135550109" },
  ]);
  expect(readPhones("call Bob")).toEqual([]);
});

test("reads e-mail addresses and sees when a cell holds none", () => {
  expect(readEmails("a.b@example.org,ap@example.net").addresses).toEqual([
    "a.b@example.org",
    "ap@example.net",
  ]);
  expect(readEmails("Ann Lee <ann@example.org>")).toEqual({
    addresses: ["ann@example.org"],
    hasOther: false,
  });
  for (const text of ["n/a", "call them", "office@", "bob(at)example.com"])
    expect(readEmails(text), text).toEqual({ addresses: [], hasOther: true });
});

test("puts a lost zero back only where the place calls for it", () => {
  expect(readAddress("3845 County Hwy 9\nPittsfield MA 1201")).toMatchObject({
    address: "3845 County Hwy 9\nPittsfield MA 01201",
    isZipRestored: true,
  });
  expect(readAddress("Hauptstr. 1\n1067 Dresden", { hasFiveDigits: true })).toMatchObject({ zip: "01067" });
  expect(readAddress("Ring 1\n1010 Wien\nÖsterreich", { hasFiveDigits: true })).toMatchObject({
    zip: null,
    isZipRestored: false,
  });
  expect(readAddress("9 Canal St\nDenver CO 8020").isZipRestored).toBe(false);
});

test("reads payment, quantity and ticket as typed", () => {
  expect(["Y", "ck 1042", "bar", "50%", "dep", "net 30", "offen", "", "maybe"].map(readPaid)).toEqual([
    "yes",
    "yes",
    "yes",
    "partial",
    "partial",
    "no",
    "no",
    "blank",
    "unknown",
  ]);
  expect([
    readQuantity("4", "wheels"),
    readQuantity("", "guards qty 14"),
    readQuantity("", "4x 18in wheels"),
    readQuantity("", "rails 52 ft"),
  ]).toEqual([4, 14, 4, 1]);
  expect(["# 8554", "#8637", "8621 ", "No. 12", "2025-001", "A-17"].map(readTicket)).toEqual([
    "8554",
    "8637",
    "8621",
    "12",
    "2025-001",
    "A-17",
  ]);
  expect(["8580R", "8887-R", "8887", "R12"].map(reworkOf)).toEqual(["8580", "8887", null, null]);
});
