import { rm } from "node:fs/promises";
import { join } from "node:path";
import { connectPostgres } from "./connect-postgres.mjs";

/**
 * Deletes every demo shop with all that is its own (rows, queued work, files on disk) and the people who belong to no
 * other shop. A shop that is no demo is not touched. Resolves to one sentence that says what was removed.
 *
 * @param {{ ownerUrl: string, filesPath: string }} where the database's owner, and the folder of files
 * @returns {Promise<string>}
 */
export async function wipeDemoShops({ ownerUrl, filesPath }) {
  const sql = connectPostgres(ownerUrl);
  try {
    const removed = await sql.begin(async (tx) => {
      const shops = await tx`select id, name from shop where is_demo for update`;
      const wiped = [];
      for (const shop of shops) wiped.push(await wipeShop(tx, shop));
      return wiped;
    });
    for (const { id } of removed) await rm(join(filesPath, "kept", id), { recursive: true, force: true });
    return removed.length === 0
      ? "There is no demo shop here: nothing was removed."
      : removed.map(sentence).join(" ");
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function wipeShop(tx, { id, name }) {
  // The owner is bound by row-level security as well: it sees a shop's rows only when it names the shop.
  await tx`select set_config('coatyard.shop', ${id}, true)`;
  const [counts] = await tx`
    select (select count(*)::int from job where shop_id = ${id}) as jobs,
      (select count(*)::int from customer where shop_id = ${id}) as customers,
      (select count(*)::int from file where shop_id = ${id}) as files`;
  const members = await tx`select person_id as person from member where shop_id = ${id}`;
  await tx`delete from pgboss.job where data ->> 'shopId' = ${id}`;
  await tx`delete from shop where id = ${id} and is_demo`;
  let people = 0;
  for (const { person } of members) people += await wipePerson(tx, person);
  return { id, name, ...counts, people };
}

async function wipePerson(tx, person) {
  await tx`select set_config('coatyard.person', ${person}, true)`;
  const others = await tx`select from member where person_id = ${person}`;
  if (others.length > 0) return 0;
  await tx`delete from link where email = (select email from person where id = ${person})`;
  await tx`delete from person where id = ${person}`;
  return 1;
}

function sentence({ name, jobs, customers, files, people }) {
  const count = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
  const parts = [
    count(jobs, "job", "jobs"),
    count(customers, "customer", "customers"),
    count(files, "file", "files"),
  ];
  return `Removed the demo shop “${name}” with ${parts.join(", ")} and ${count(people, "person", "people")}.`;
}
