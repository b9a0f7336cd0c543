import { hash } from "@node-rs/argon2";
import postgres from "postgres";
import type { Role } from "../db/vocabulary";
import { Actor } from "./actor";

export const password = "correct horse battery staple";
export const ownerEmail = "owner@example.com";

/** The shop that the journeys work in: set up through the front door if nobody has done it yet. */
export async function openShop(
  owner = new Actor("owner"),
  code = process.env.E2E_SETUP_CODE,
): Promise<Actor> {
  const made = await owner.call("setUpAction", {
    code,
    name: "Quillback Powder Coating",
    timeZone: "America/New_York",
    currency: "USD",
    units: "imperial",
    locale: "en-US",
    ownerName: "Olive Owner",
    email: ownerEmail,
    password,
  });
  if (!made.ok) await owner.do("signInAction", { email: ownerEmail, password });
  return owner;
}

export const database = () => postgres(process.env.E2E_OWNER_URL as string, { max: 2, onnotice: () => {} });

/** Somebody new with a role in a shop, signed in by their password. */
export async function join(
  sql: postgres.Sql,
  shopId: string,
  name: string,
  role: Role,
): Promise<Actor & { email: string }> {
  const email = `${crypto.randomUUID()}@example.com`;
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const [person] =
    await sql`insert into person (email, name, password_hash) values (${email}, ${name}, ${passwordHash}) returning id`;
  await sql`insert into member (shop_id, person_id, name, role) values (${shopId}, ${person?.id}, ${name}, ${role})`;
  const actor = Object.assign(new Actor(name), { email });
  await actor.do("signInAction", { email, password });
  return actor;
}

/** Another shop of the same deployment with an owner, for proving that it stays outside. */
export async function openOtherShop(sql: postgres.Sql): Promise<Actor & { email: string }> {
  const [shop] = await sql`
    insert into shop (name, time_zone, locale, currency, units)
    values ('Other Shop', 'Europe/Berlin', 'de-DE', 'EUR', 'metric') returning id`;
  await sql`insert into stage (shop_id, name, kind, position) values (${shop?.id}, 'Received', 'waiting', 1)`;
  return join(sql, shop?.id, "Otto Other", "owner");
}
