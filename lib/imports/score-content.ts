import type { ImportKind } from "@/db/vocabulary";
import type { ColumnProfile } from "./profile-column";

type Scorer = (profile: ColumnProfile) => number;

const words = (profile: ColumnProfile) => Math.min(1, profile.letters * Math.min(1, profile.meanWords / 2));
const text = (profile: ColumnProfile) =>
  profile.letters * (1 - profile.date) * (1 - profile.email) * (1 - profile.currency);
const idNumber = (p: ColumnProfile) =>
  p.date > 0.5 || p.phone > 0.8 || p.decimal > 0.3
    ? 0
    : p.identifier * p.distinctShare * (0.5 + p.ascending * 0.5);
const dates = (p: ColumnProfile) => p.date;
const money = (p: ColumnProfile) =>
  p.date > 0.5 ? 0 : Math.min(1, p.number * 0.5 + p.currency * 0.6 + p.decimal * 0.2);
const few = (p: ColumnProfile) =>
  p.distinctShare < 0.3 || (p.filled <= 10 && p.distinctShare <= 0.6) ? 1 : 0.3;
const name = (p: ColumnProfile) =>
  text(p) *
  (1 - p.address) *
  (p.meanWords >= 1.4 && p.meanWords <= 5.5 && p.meanLength < 45 ? 1 : 0.5) *
  (1 - p.status * 0.8) *
  (1 - p.colour * 0.9);
const free = (p: ColumnProfile) => text(p) * (p.filledShare < 0.7 ? 0.7 : 0.5);

/** How far a column's cells look like a field, 0 to 1; only for fields whose cells can be told. */
export const contentScorers: Record<ImportKind, Record<string, Scorer>> = {
  customers: {
    name: (p) => name(p) * (0.4 + 0.6 * p.distinctShare),
    company: (p) => name(p) * 0.8,
    contact: (p) => name(p) * 0.7,
    firstName: (p) => (p.meanWords < 1.5 ? text(p) * 0.5 : 0.1),
    lastName: (p) => (p.meanWords < 1.6 ? text(p) * 0.5 : 0.1),
    email: (p) => p.email,
    phone: (p) => p.phone * (1 - p.email) * (1 - p.date) * (1 - p.address),
    mobile: (p) => p.phone * (1 - p.email) * (1 - p.date) * (1 - p.address) * 0.9,
    fax: (p) => p.phone * 0.8,
    billAddress: (p) => p.address * (1 - p.email) * (p.phone > 0.7 ? 0.3 : 1),
    shipAddress: (p) => p.address * (1 - p.email) * (p.phone > 0.7 ? 0.3 : 0.9),
    street: (p) => p.letters * (p.meanWords > 1.5 ? 0.6 : 0.2),
    city: (p) => text(p) * (p.meanWords < 2.5 ? 0.5 : 0.1),
    region: (p) => text(p) * (p.meanLength < 12 ? 0.6 : 0.2),
    postcode: (p) =>
      p.meanLength >= 4 && p.meanLength < 9 && p.decimal < 0.1 && p.date < 0.2 ? p.identifier : 0,
    country: (p) => text(p) * few(p),
    kind: (p) => text(p) * few(p),
    terms: (p) => few(p) * p.letters,
    createdOn: dates,
    balance: (p) => money(p),
    number: idNumber,
    notes: free,
    active: (p) => few(p),
  },
  jobs: {
    number: idNumber,
    received: (p) => dates(p) * (0.8 + 0.2 * p.filledShare),
    due: (p) => dates(p),
    delivered: (p) => dates(p),
    customer: (p) => name(p) * (p.distinctShare > 0.03 ? 1 : 0.3) * (1 - p.paid * 0.7),
    parts: (p) =>
      words(p) * text(p) * (1 - p.colour * 0.8) * (1 - p.status * 0.8) * (0.5 + 0.5 * p.filledShare),
    quantity: (p) => (p.integer > 0.7 && p.distinctShare < 0.5 ? p.integer * 0.6 : p.integer * 0.2),
    colour: (p) => p.colour * (p.letters > 0.2 ? 1 : 0.2) * (1 - p.status * 0.5),
    area: (p) => (p.date > 0.5 || p.currency > 0.3 ? 0 : p.number * (0.3 + 0.3 * p.decimal)),
    price: money,
    status: (p) => p.status * few(p),
    paid: (p) => p.paid * few(p) * (p.integer > 0.5 ? 0.3 : 1),
    notes: free,
    po: (p) =>
      p.date > 0.5 || p.decimal > 0.4
        ? 0
        : p.identifier * (p.filledShare < 0.8 ? 0.7 : 0.4) * (p.distinctShare > 0.5 ? 1 : 0.4),
    cost: (p) => money(p) * 0.6,
    margin: (p) => p.number * 0.3,
    tax: (p) => money(p) * 0.4,
    assignee: (p) => text(p) * few(p) * 0.4,
    phone: (p) => p.phone,
    email: (p) => p.email,
    substrate: (p) => text(p) * few(p) * 0.5,
    gloss: (p) => text(p) * few(p) * 0.4,
  },
  powders: {
    maker: (p) => text(p) * few(p) * (1 - p.colour * 0.7),
    code: (p) =>
      p.date > 0.4 || p.mass > 0.4 || p.decimal > 0.4 || p.currency > 0.3
        ? 0
        : p.identifier * (p.distinctShare > 0.3 ? 1 : 0.3) * 0.9,
    name: (p) => p.colour * (p.letters > 0.3 ? 1 : 0.2) * (1 - p.date),
    colourCode: (p) => p.colour * (p.meanLength < 10 ? 0.8 : 0.4),
    amount: (p) => (p.date > 0.4 || p.currency > 0.3 ? 0 : Math.max(p.mass, p.number * 0.7)),
    unit: (p) => (p.meanLength < 7 ? few(p) * p.letters * 0.4 : 0),
    boxes: (p) => p.integer * 0.4,
    box: (p) => p.boxSize * (p.distinctShare < 0.3 ? 0.8 : 0.4) * (1 - p.date),
    price: money,
    location: (p) => (p.date > 0.3 || p.number > 0.7 || p.colour > 0.6 ? 0.1 : few(p) * 0.6),
    opened: dates,
    received: dates,
    made: dates,
    expiry: dates,
    lot: (p) =>
      p.date > 0.4 || p.mass > 0.4 || p.currency > 0.3 || p.decimal > 0.4
        ? 0
        : p.identifier * p.distinctShare,
    notes: free,
    supplier: (p) => text(p) * few(p) * 0.6,
    value: (p) => money(p) * 0.8,
    reorder: (p) => p.number * 0.3,
    specificGravity: (p) => p.decimal * 0.5,
    gloss: (p) => text(p) * few(p) * 0.6,
    texture: (p) => text(p) * few(p) * 0.5,
    chemistry: (p) => text(p) * few(p) * 0.5,
  },
};

/** Fields whose cells are so plain that a heading to the contrary is believed less than they are. */
export const tellingFields = new Set([
  "email",
  "phone",
  "mobile",
  "received",
  "due",
  "delivered",
  "createdOn",
  "opened",
  "made",
  "expiry",
  "price",
  "area",
  "amount",
  "balance",
  "quantity",
]);
