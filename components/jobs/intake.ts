import type { Priority, Substrate } from "@/db/vocabulary";
import type { createJobAction } from "@/lib/jobs/actions";
import type { CoatSays } from "@/lib/jobs/coats";
import type { Recipe } from "@/lib/jobs/habits";
import type { IntakeFacts } from "@/lib/jobs/intake-facts";
import { readQuantity } from "@/lib/jobs/read-quantity";
import { lineSum } from "@/lib/jobs/whole-price";
import { readMoney, writeMoney } from "./money-field";
import { areaField, readArea, readCount } from "./typed-fields";

/** One line of the form, as it is typed. */
export type IntakePart = {
  key: string;
  description: string;
  quantity: string;
  coats: CoatSays[];
  substrate: Substrate | "";
  area: string;
  masking: string;
  criticalAreas: string;
  price: string;
};

export type IntakeFile = { id: string; name: string; contentType: string };

/** The intake form as it is typed; kept on the device until it is a job. */
export type Intake = {
  /** Given at the first press of the button and kept until it is a job: two presses are one job. */
  onceId: string;
  customer: { id: string; name: string } | null;
  newCustomer: { name: string; phone: string; email: string } | null;
  parts: IntakePart[];
  dueOn: string;
  priority: Priority;
  poNumber: string;
  notes: string;
  price: string;
  isByLine: boolean;
  assigneeIds: string[];
  files: IntakeFile[];
};

type Shop = IntakeFacts["shop"];
type NewJob = Parameters<typeof createJobAction>[0];

export const blankPart = (key: string = crypto.randomUUID()): IntakePart => ({
  key,
  description: "",
  quantity: "1",
  coats: [],
  substrate: "",
  area: "",
  masking: "",
  criticalAreas: "",
  price: "",
});

export const blankIntake = (customer: Intake["customer"] = null): Intake => ({
  onceId: "",
  customer,
  newCustomer: null,
  parts: [blankPart("first")],
  dueOn: "",
  priority: "normal",
  poNumber: "",
  notes: "",
  price: "",
  isByLine: false,
  assigneeIds: [],
  files: [],
});

export const isBlankPart = (part: IntakePart) =>
  part.description.trim() === "" && part.coats.length === 0 && part.area === "" && part.price === "";

/** Whether anything was typed that would be missed. */
export const isBlank = (intake: Intake) =>
  !intake.newCustomer &&
  intake.parts.every(isBlankPart) &&
  intake.files.length === 0 &&
  [intake.dueOn, intake.poNumber, intake.notes, intake.price].every((text) => text === "");

export function partOfRecipe(recipe: Recipe, shop: Shop): IntakePart {
  return {
    ...blankPart(),
    description: recipe.description,
    quantity: String(recipe.quantity),
    coats: recipe.coats,
    substrate: recipe.substrate ?? "",
    area: areaField(shop).write(recipe.areaEachCm2),
    masking: recipe.masking,
    criticalAreas: recipe.criticalAreas,
    price: writeMoney(recipe.priceCents, shop),
  };
}

/** "2 gates" is two gates, once somebody has left the field. */
export function settleQuantity(part: IntakePart): IntakePart {
  if (!["", "1"].includes(part.quantity.trim())) return part;
  const { quantity, description } = readQuantity(part.description, 1);
  return { ...part, description, quantity: String(quantity) };
}

/** The sum of the lines as typed so far. Minor units. */
export const sumTyped = (intake: Intake, shop: Shop) =>
  lineSum(
    intake.parts.map((part) => {
      const read = readMoney(part.price, shop);
      return { priceCents: "value" in read ? read.value : null };
    }),
  );

/** The form as the command takes it, or what is wrong with it by field ("parts.0.quantity"). */
export function readIntake(
  intake: Intake,
  { shop, maySeePrices }: Pick<IntakeFacts, "shop" | "maySeePrices">,
): { input: NewJob } | { problems: Record<string, string> } {
  const problems: Record<string, string> = {};
  const take = <V>(path: string, read: { value: V } | { problem: string }): V | undefined => {
    if ("value" in read) return read.value;
    problems[path] = read.problem;
    return undefined;
  };
  if (!intake.customer && !intake.newCustomer) problems.customerId = "Choose or add a customer.";
  const filled = intake.parts.filter((part) => !isBlankPart(part));
  const parts = (filled.length > 0 ? filled : intake.parts.slice(0, 1)).map((typed) => {
    const part = settleQuantity(typed);
    const path = `parts.${intake.parts.indexOf(typed)}`;
    if (part.description.trim() === "") problems[`${path}.description`] = "Say what the part is.";
    const priceCents = intake.isByLine ? take(`${path}.price`, readMoney(part.price, shop)) : undefined;
    return {
      description: part.description,
      quantity: take(`${path}.quantity`, readCount(part.quantity, shop.locale)),
      substrate: part.substrate || null,
      areaEachCm2: take(`${path}.area`, readArea(part.area, shop)),
      masking: part.masking,
      criticalAreas: part.criticalAreas,
      coats: part.coats,
      ...(maySeePrices && intake.isByLine ? { priceCents } : {}),
    };
  });
  const priceCents = intake.isByLine ? null : take("price", readMoney(intake.price, shop));
  if (Object.keys(problems).length > 0) return { problems };
  return {
    input: {
      onceId: intake.onceId || undefined,
      customerId: intake.customer?.id ?? null,
      newCustomer: intake.customer ? null : intake.newCustomer,
      priority: intake.priority,
      dueOn: intake.dueOn || null,
      poNumber: intake.poNumber,
      notes: intake.notes,
      assigneeIds: intake.assigneeIds,
      fileIds: intake.files.map((file) => file.id),
      parts,
      ...(maySeePrices ? { priceCents, pricedByLine: intake.isByLine } : {}),
    },
  };
}
