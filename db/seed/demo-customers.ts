import type { CustomerInput } from "@/lib/customers/input";
import { areaCodes, familyNames, firmNames, givenNames, streets, towns } from "./demo-names";
import { type Trade, trades, tradeWords } from "./demo-trades";
import { type Chance, chanceOf } from "./seeded-random";

export type DemoCustomer = {
  input: CustomerInput;
  trade: Trade;
  isPrivate: boolean;
  /** How often it comes, against the others. */
  weight: number;
  /** Powders it comes back for. */
  favourites: string[];
  poStyle: "none" | "year" | "long" | "short";
};

const businessTrades = Object.keys(trades) as Trade[];
const privateTrades: readonly Trade[] = [
  "wheels",
  "motorcycles",
  "bicycles",
  "radiators",
  "gates",
  "furniture",
];
/** How many of the shop's customers are firms; the rest are people with something of their own. */
const firmShare = 0.52;

/** Invented customers: firms of many trades, a few of which come every week, and people with one thing to coat. */
export function planCustomers(count: number): DemoCustomer[] {
  const chance = chanceOf("customers");
  const firms = Math.round(count * firmShare);
  const names = chance.shuffled(firmNames);
  const people = chance.shuffled(
    givenNames.flatMap((given) => familyNames.map((family) => `${given} ${family}`)),
  );
  const nextPerson = () => people.pop() as string;
  return Array.from({ length: count }, (_, place) =>
    place < firms
      ? planFirm(
          chance,
          place,
          firms,
          names[(place + Math.floor(place / names.length) * 7) % names.length] as string,
          nextPerson,
        )
      : planPrivate(chance, nextPerson()),
  );
}

function planFirm(
  chance: Chance,
  place: number,
  firms: number,
  called: string,
  nextPerson: () => string,
): DemoCustomer {
  const trade = businessTrades[place % businessTrades.length] as Trade;
  const { firms: endings, kind, palette } = tradeWords(trade);
  const ending = endings[Math.floor(place / businessTrades.length) % endings.length] as string;
  const name = `${called} ${ending}`;
  const domain = `${slug(called)}-${slug(ending)}.example.com`;
  const isLarge = place < firms * 0.3;
  const contacts = Array.from({ length: chance.whole(1, isLarge ? 3 : 2) }, (_, index) => {
    const person = nextPerson();
    return {
      name: person,
      title: chance.pick(
        index === 0 ? ["Buyer", "Owner", "Shop foreman"] : ["Accounts", "Project manager", "Quality"],
      ),
      email: `${slug(person).replace("-", ".")}@${domain}`,
      phone: phone(chance),
      mobile: chance.happens(0.5) ? phone(chance) : "",
    };
  });
  return {
    trade,
    isPrivate: false,
    weight: 26 / (1 + place * 0.16) + chance.between(0.4, 1.6),
    favourites: favourites(chance, palette, isLarge ? 3 : 2),
    poStyle: kind === "Public" ? "long" : chance.pick(["none", "year", "short", "short", "long"]),
    input: {
      name,
      phone: phone(chance),
      email: `orders@${domain}`,
      billAddress: address(chance),
      shipAddress: "",
      kind,
      terms: chance.pick(isLarge ? ["Net 30", "Net 30", "Net 15"] : ["Net 15", "Net 30", "Due on pick-up"]),
      taxStatus: kind === "Public" ? "Exempt" : chance.pick(["Resale certificate", "Taxable"]),
      tags: tagsOf(chance, isLarge),
      notes: chance.happens(0.3) ? chance.pick(customerNotes) : "",
      isInactive: false,
      contacts,
    },
  };
}

function planPrivate(chance: Chance, name: string): DemoCustomer {
  const trade = chance.pick(privateTrades);
  return {
    trade,
    isPrivate: true,
    weight: chance.between(0.1, 0.6),
    favourites: favourites(chance, tradeWords(trade).palette, 1),
    poStyle: "none",
    input: {
      name,
      phone: phone(chance),
      email: chance.happens(0.8) ? `${slug(name).replace("-", ".")}@example.com` : "",
      billAddress: chance.happens(0.4) ? address(chance) : "",
      shipAddress: "",
      kind: "Private",
      terms: "Due on pick-up",
      taxStatus: "Taxable",
      tags: [],
      notes: "",
      isInactive: false,
      contacts: [],
    },
  };
}

/** The first of a palette are the usual ones. */
const favourites = (chance: Chance, palette: readonly string[], count: number) =>
  Array.from({ length: count }, () =>
    chance.weighted(palette, (key) => 1 / (1 + 0.45 * palette.indexOf(key))),
  );

const tags = [
  "fleet",
  "wholesale",
  "call before noon",
  "certificate wanted",
  "own racks",
  "delivers on Mondays",
];
const tagsOf = (chance: Chance, isLarge: boolean) => [
  ...(isLarge ? ["regular"] : []),
  ...(chance.happens(0.35) ? [chance.pick(tags)] : []),
];

const customerNotes = [
  "Parts come in on their own racks; the racks go back with them.",
  "Wants a film reading on every tenth piece.",
  "Dock is at the rear. Ring twice.",
  "Sends drawings by e-mail the day before the parts come.",
  "Parts usually oily: allow for a second wash.",
  "Price by the piece, agreed each January.",
];

const phone = (chance: Chance) =>
  `(${chance.pick(areaCodes)}) 555-01${String(chance.whole(0, 99)).padStart(2, "0")}`;
const address = (chance: Chance) =>
  `${chance.whole(12, 4890)} ${chance.pick(streets)}\n${chance.pick(towns)}`;
const slug = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("&", "and")
    .replace(/[^a-z0-9]+/g, "-");
