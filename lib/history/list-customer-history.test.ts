import { expect, test } from "vitest";
import { createCustomer } from "../customers/create-customer";
import { editCustomer } from "../customers/edit-customer";
import { customerInput } from "../customers/input";
import { createJob } from "../jobs/create-job";
import { editJob } from "../jobs/edit-job";
import { newJobInput } from "../jobs/input";
import { castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { listCustomerHistory } from "./list-customer-history";

const { inRolledBack } = testDatabase();
const acme = customerInput.parse({ name: "Acme Railings", terms: "Net 30" });

test("tells what happened to a customer and their jobs, newest first", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const { id } = await createCustomer(office, acme);
    const { number } = await createJob(
      office,
      newJobInput.parse({ customerId: id, parts: [{ description: "Gate" }] }),
    );
    await editCustomer(office, { id, changes: { terms: "COD", notes: "Rings first." }, was: {} });
    const { lines, olderThan } = await listCustomerHistory(office, { customerId: id });
    expect(lines.map((line) => [line.by, line.did, line.jobNumber])).toEqual([
      ["Otto Office", "wrote the notes; changed the terms from Net 30 to COD", null],
      ["Otto Office", "took it in to Received", number],
      ["Otto Office", "added the customer", null],
    ]);
    expect(olderThan).toBeNull();
  }));

test("SECURITY 14: tells no price to who may not see prices", () =>
  inRolledBack(async (tx) => {
    const { office, painter } = await castOf(tx);
    const { id } = await createCustomer(office, acme);
    const { number } = await createJob(
      office,
      newJobInput.parse({ customerId: id, parts: [{ description: "Gate" }] }),
    );
    await editJob(office, { number, changes: { priceCents: 123_400 }, was: { priceCents: null } });
    const told = async (ctx: typeof office) =>
      JSON.stringify(await listCustomerHistory(ctx, { customerId: id }));
    expect(await told(office)).toContain("1,234");
    expect(await told(painter)).not.toContain("1,234");
  }));

test("goes on where the page before ended", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const { id } = await createCustomer(office, acme);
    for (let i = 0; i < 45; i += 1)
      await editCustomer(office, { id, changes: { terms: `Net ${i}` }, was: {} });
    const first = await listCustomerHistory(office, { customerId: id });
    const rest = await listCustomerHistory(office, { customerId: id, before: first.olderThan ?? 0 });
    expect(first.lines).toHaveLength(40);
    expect(rest.lines).toHaveLength(6);
    expect(rest.olderThan).toBeNull();
    expect(rest.lines[0]?.seq).toBe((first.lines.at(-1)?.seq ?? 0) - 1);
  }));

test("SECURITY 12: tells nothing of another shop's customer", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const { id } = await createCustomer(office, acme);
    const rival = await castOf(tx, "Rival Coating");
    expect((await listCustomerHistory(rival.owner, { customerId: id })).lines).toEqual([]);
  }));
