import { expect, test } from "vitest";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { createCustomer } from "./create-customer";
import { getCustomer } from "./get-customer";
import { customerInput } from "./input";
import { restoreCustomer } from "./restore-customer";
import { retireCustomer } from "./retire-customer";
import { searchCustomers } from "./search-customers";

const { inRolledBack } = testDatabase();
const acme = customerInput.parse({ name: "Acme Railings" });

test("takes a customer out of search and brings them back", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const { id } = await createCustomer(office, acme);
    await retireCustomer(office, { id });
    expect(await searchCustomers(office, { q: "acme" })).toEqual([]);
    expect((await getCustomer(office, { id })).isRetired).toBe(true);
    await restoreCustomer(office, { id });
    expect(await searchCustomers(office, { q: "acme" })).toHaveLength(1);
  }));

test("refuses while a job of theirs is open", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const { id } = await createCustomer(office, acme);
    await createJob(office, newJobInput.parse({ customerId: id, parts: [{ description: "Gate" }] }));
    await expect(retireCustomer(office, { id })).rejects.toMatchObject({
      code: "conflict",
      message: "Acme Railings has an open job. Deliver or cancel them first.",
    });
  }));

test("refuses a painter and another shop", () =>
  inRolledBack(async (tx) => {
    const { office, painter } = await castOf(tx);
    const { id } = await createCustomer(office, acme);
    await expect(retireCustomer(painter, { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(restoreCustomer(painter, { id })).rejects.toMatchObject({ code: "forbidden" });
    const rival = await castOf(tx, "Rival Coating");
    await expect(retireCustomer(rival.owner, { id })).rejects.toMatchObject({ code: "not-found" });
  }));
