import { expect, test } from "vitest";
import { changeRole } from "../people/change-role";
import { createApiKey } from "../people/create-api-key";
import { disableMember } from "../people/disable-member";
import { enableMember } from "../people/enable-member";
import { listApiKeys } from "../people/list-api-keys";
import { askWith, openApiShop } from "../testing/api-shop";
import { testDatabase } from "../testing/database";

testDatabase();

/** A shop whose manager became an owner and made a key. */
async function openTwoOwners() {
  const { owner, manager: second, ask } = await openApiShop();
  const id = second.actor.id;
  await changeRole(owner, { id, role: "owner" });
  const asOwner = { ...second, actor: { ...second.actor, role: "owner" as const } };
  const { key } = await createApiKey(asOwner, { name: "Site", scopes: ["jobs:read"], days: null });
  const site = askWith(key);
  const standing = async () => {
    const line = (await listApiKeys(owner)).find(({ name }) => name === "Site");
    return { status: (await site("GET", "/stages")).status, state: line?.state };
  };
  return { owner, id, ask, standing };
}

test("SECURITY 17: a key lets nobody in from the moment its maker is disabled", async () => {
  const { owner, id, ask, standing } = await openTwoOwners();
  expect(await standing()).toEqual({ status: 200, state: "live" });
  await disableMember(owner, { id });
  expect(await standing()).toEqual({ status: 401, state: "stopped" });
  expect((await ask("GET", "/stages")).status).toBe(200);
  await enableMember(owner, { id });
  expect(await standing()).toEqual({ status: 200, state: "live" });
});

test("SECURITY 17: nor once they may make keys no more, whatever role they have then", async () => {
  const { owner, id, ask, standing } = await openTwoOwners();
  for (const role of ["manager", "office", "coater"] as const) {
    await changeRole(owner, { id, role });
    expect({ role, ...(await standing()) }).toEqual({ role, status: 401, state: "stopped" });
  }
  expect((await ask("GET", "/stages")).status).toBe(200);
});

test("SECURITY 12: a key of one shop is not stopped by what becomes of a member of another", async () => {
  const { standing } = await openTwoOwners();
  const other = await openTwoOwners();
  await disableMember(other.owner, { id: other.id });
  expect(await standing()).toEqual({ status: 200, state: "live" });
});
