import "server-only";
import { z } from "zod";
import type { KeyContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerShows, customerSorts } from "../customers/customer-list";
import { editCustomer } from "../customers/edit-customer";
import { getCustomer } from "../customers/get-customer";
import { customerInput, editCustomerInput } from "../customers/input";
import { listCustomersAfter } from "../customers/list-customers";
import { lockCustomer } from "../customers/lock-customer";
import { retireCustomer } from "../customers/retire-customer";
import { iso, isoOrNull, moment, pagingQuery, readSort, sortOf } from "./fields";
import { type Matched, type Operation, operation } from "./operation";

const one = z.object({ id: z.uuid() });
type One = z.output<typeof one>;
const tag = "Customers";

export const customerShape = z.object({
  id: z.uuid(),
  name: z.string(),
  parentId: z.uuid().nullable(),
  phone: z.string(),
  email: z.string(),
  billAddress: z.string(),
  shipAddress: z.string(),
  kind: z.string(),
  terms: z.string(),
  taxStatus: z.string(),
  tags: z.array(z.string()),
  notes: z.string(),
  isInactive: z.boolean(),
  isRetired: z.boolean(),
  createdAt: moment,
});

export const customerLineShape = z.object({
  id: z.uuid(),
  name: z.string(),
  contact: z.string().describe("The first of their contacts."),
  phone: z.string(),
  email: z.string(),
  tags: z.array(z.string()),
  terms: z.string(),
  isInactive: z.boolean(),
  openJobs: z.number().int(),
  lastJobAt: moment.nullable(),
  createdAt: moment,
});

async function seen(ctx: KeyContext, { id }: One) {
  const found = await getCustomer(ctx, { id });
  return { ...found, createdAt: iso(found.createdAt) };
}

const asSeen: Matched<One> = {
  lock: (work, { id }) => lockCustomer(work, id),
  read: seen,
  output: customerShape,
};

export const customerOperations: Operation[] = [
  operation({
    ...{ id: "listCustomers", method: "GET", path: "/customers", tag, scope: "customers:read" },
    summary: "Customers, filtered and sorted",
    query: pagingQuery.extend({
      q: z.string().trim().max(200).default("").describe("Part of a name, address, phone or contact."),
      tag: z.string().trim().max(40).default(""),
      show: z.enum(customerShows).default("active"),
      sort: sortOf(customerSorts, "name"),
    }),
    output: customerLineShape,
    isPage: true,
    handle: async (ctx, { query, paging }) => {
      const { q, tag, show, sort } = query;
      const { rows, next } = await listCustomersAfter(
        ctx,
        { q, tag, show, ...readSort(customerSorts, sort) },
        paging,
      );
      const shown = rows.map((row) => ({
        ...row,
        createdAt: iso(row.createdAt),
        lastJobAt: isoOrNull(row.lastJobAt),
      }));
      return { rows: shown, next };
    },
  }),
  operation({
    ...{ id: "createCustomer", method: "POST", path: "/customers", tag, scope: "customers:write" },
    summary: "Add a customer, with their contacts",
    body: customerInput.strict(),
    output: customerShape,
    location: (customer) => `/customers/${customer.id}`,
    handle: async (ctx, { body }) => seen(ctx, await createCustomer(ctx, body)),
  }),
  operation({
    ...{ id: "getCustomer", method: "GET", path: "/customers/{id}", tag, scope: "customers:read" },
    summary: "A customer",
    params: one,
    output: customerShape,
    handle: (ctx, { params }) => seen(ctx, params),
  }),
  operation({
    ...{ id: "editCustomer", method: "PATCH", path: "/customers/{id}", tag, scope: "customers:write" },
    summary: "Change fields of a customer",
    params: one,
    body: editCustomerInput.shape.changes.strict(),
    output: customerShape,
    match: asSeen,
    handle: async (ctx, { params, body }) => {
      await editCustomer(ctx, { ...params, changes: body, was: {} });
      return seen(ctx, params);
    },
  }),
  operation({
    ...{ id: "retireCustomer", method: "DELETE", path: "/customers/{id}", tag, scope: "customers:write" },
    summary: "Take a customer without open jobs out of the lists",
    params: one,
    match: asSeen,
    handle: (ctx, { params }) => retireCustomer(ctx, params),
  }),
];
