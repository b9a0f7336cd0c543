import type { Question } from "./docket";

/** Questions as a person meets them: those about the whole file first, then what one answer settles for many rows, then single rows. */
export const questionGroups = [
  "file",
  "customers",
  "doubles",
  "colours",
  "stages",
  "makers",
  "dates",
  "prices",
  "areas",
  "numbers",
  "amounts",
  "lots",
  "emails",
  "inactive",
  "junk",
  "other",
] as const;
export type QuestionGroup = (typeof questionGroups)[number];

export const questionGroupNames: Record<QuestionGroup, string> = {
  file: "The whole file",
  customers: "Customers",
  doubles: "Same customer twice",
  colours: "Colours",
  stages: "Stages",
  makers: "Makers",
  dates: "Dates",
  prices: "Prices",
  areas: "Areas",
  numbers: "Job numbers",
  amounts: "Amounts on hand",
  lots: "Lots",
  emails: "E-mail addresses",
  inactive: "Inactive customers",
  junk: "No real customer",
  other: "Single rows",
};

const topics: [RegExp, QuestionGroup][] = [
  [/^(?:duplicate-customer|customer-known)/, "doubles"],
  [/^inactive-customer$/, "inactive"],
  [/^customer/, "customers"],
  [/^colour/, "colours"],
  [/^status/, "stages"],
  [/^maker/, "makers"],
  [/^(?:date|due|expiry|delivered|received|opened)/, "dates"],
  [/^(?:price|currency)/, "prices"],
  [/^area/, "areas"],
  [/^(?:ticket|same-number)/, "numbers"],
  [/^(?:amount|box)/, "amounts"],
  [/^lot/, "lots"],
  [/^email/, "emails"],
  [/^junk/, "junk"],
];

/** The group a question is asked in. */
export function groupOf({ scope, topic }: Pick<Question, "scope" | "topic">): QuestionGroup {
  if (scope === "file") return "file";
  return topics.find(([pattern]) => pattern.test(topic))?.[1] ?? "other";
}
