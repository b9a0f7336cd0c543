import type { Role } from "../../db/vocabulary";
import type { Actor } from "../actor";
import { database, join, openOtherShop, openShop } from "../world";

export type Person = Actor & { email: string };
export type World = Awaited<ReturnType<typeof openWorld>>;

/** One shop with a person of every role, another shop beside it, and a customer and a job to do things to. */
export async function openWorld() {
  const owner = await openShop();
  const sql = database();
  const [shop] = await sql`select id from shop where name = 'Quillback Powder Coating'`;
  const shopId = shop?.id as string;
  const people: Record<Role, Person> = {
    owner: await join(sql, shopId, "Walk Owner", "owner"),
    manager: await join(sql, shopId, "Walk Manager", "manager"),
    office: await join(sql, shopId, "Walk Office", "office"),
    coater: await join(sql, shopId, "Walk Coater", "coater"),
  };
  const other = await openOtherShop(sql);
  const customer = await owner.do<{ id: string }>("createCustomerAction", { name: "Walk Railings" });
  return { sql, shopId, owner, people, other, customer, ...makers(owner, sql, customer.id, shopId) };
}

/** What an action needs to succeed, made fresh each time by the owner. */
function makers(owner: Actor, sql: ReturnType<typeof database>, customerId: string, shopId: string) {
  const job = () =>
    owner.do<{ id: string; number: number }>("createJobAction", {
      customerId,
      priceCents: 12_345,
      notes: "hang by the back holes",
      parts: [{ description: "gate" }],
    });
  const partOf = async (jobId: string): Promise<string> => {
    const [part] = await sql`select id from part where job_id = ${jobId}`;
    return part?.id;
  };
  const stageNamed = async (name: string): Promise<string> => {
    const [stage] =
      await sql`select id from stage where shop_id = ${shopId} and name = ${name} and retired_at is null`;
    return stage?.id;
  };
  const member = async (role: Role = "coater"): Promise<string> => {
    const person = await join(sql, shopId, "Walk Extra", role);
    const [row] =
      await sql`select m.id from member m join person p on p.id = m.person_id where p.email = ${person.email}`;
    return row?.id;
  };
  const put = async (path: string, body: BodyInit): Promise<{ id: string }> => {
    const response = await owner.fetch(path, {
      method: "PUT",
      body,
      headers: { "content-type": "application/octet-stream" },
    });
    return (await response.json()).value;
  };
  return { job, partOf, stageNamed, member, put };
}
