import { z } from "zod";

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
const email = line(254).refine(
  (text) => text === "" || z.email().safeParse(text).success,
  "This is not an e-mail address.",
);

export const contactInput = z.object({
  name: line(200).min(1, "Give the contact a name."),
  title: line(100).default(""),
  email: email.default(""),
  phone: line(60).default(""),
  mobile: line(60).default(""),
});

export const customerInput = z.object({
  name: line(200).min(1, "Give the customer a name."),
  parentId: z.uuid().nullish(),
  phone: line(60).default(""),
  email: email.default(""),
  billAddress: line(1000).default(""),
  shipAddress: line(1000).default(""),
  kind: line(100).default(""),
  terms: line(100).default(""),
  taxStatus: line(100).default(""),
  tags: z.array(line(40)).max(20).default([]),
  notes: line(10_000).default(""),
  isInactive: z.boolean().default(false),
  contacts: z.array(contactInput).max(50).default([]),
});

export type CustomerInput = z.output<typeof customerInput>;
