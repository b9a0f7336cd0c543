import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { throttle } from "@/db/schema/people";
import { recordDecisionInput } from "../approvals/input";
import { recordDecisionFor } from "../approvals/record-decision";
import { database, inTransaction } from "../context";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { documented, type Line, mismatchOf, sample, send } from "../testing/api-fuzz";
import { openApiShop } from "../testing/api-shop";
import { testDatabase } from "../testing/database";
import { addDrawn, ask as askForAnswer, contactOf, versionRow } from "../testing/one-proof";
import { isSoak, rounds } from "../testing/rounds";

testDatabase();

const each = rounds(200);
const seed = 20_261_121;

test(
  `SECURITY, API fuzz: ${each} legal and illegal requests to each operation bring no 5xx and no answer but as documented`,
  async () => {
    const shop = await openApiShop();
    const standing = await furnish(shop);
    const statuses: Record<string, number> = {};
    const wrong: unknown[] = [];
    const succeeded = new Set<string>();
    for (const [at, line] of documented.entries()) {
      for (const asked of sample(line, seed + at, each)) {
        const answer = await send(shop.key, line, asked, standing.idsOf);
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        if (answer.status < 300) succeeded.add(line.says.operationId);
        const mismatch = answer.status >= 500 ? `status ${answer.status}` : mismatchOf(line, answer);
        if (mismatch)
          wrong.push({ at: line.says.operationId, mismatch, asked: JSON.stringify(asked).slice(0, 600) });
      }
      // The limit on a key is another test's.
      await database().delete(throttle);
      await standing.look();
    }
    const asked = documented.length * each;
    console.log(`api fuzz: ${documented.length} operations, ${asked} requests, ${JSON.stringify(statuses)}`);
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(wrong).toHaveLength(0);
    // Requests that are all refused would prove little.
    const refused = documented.map(({ says }) => says.operationId).filter((id) => !succeeded.has(id));
    if (isSoak) expect(refused).toEqual([]);
    expect(refused.length).toBeLessThan(documented.length / 2);
  },
  isSoak ? 3_600_000 : 120_000,
);

type Shop = Awaited<ReturnType<typeof openApiShop>>;

/** A shop with some of everything, and which ids of it stand. */
async function furnish({ ask, office }: Shop) {
  const customerIds: string[] = [];
  for (const name of ["Acme Railings", "Three Elms Fence", "Kettle Gates"]) {
    const { body } = await ask("POST", "/customers", { name, contacts: [{ name: "Dana" }] });
    customerIds.push(body.id);
  }
  const { body: powder } = await ask("POST", "/powders", {
    ...{
      maker: "Cardwell",
      code: "W1",
      name: "Signal white",
      specificGravity: 1.5,
      priceCents: 950,
      priceUnit: "lb",
    },
  });
  for (const quantity of [10, 50, 0])
    await ask("POST", `/powders/${powder.id}/lots`, { quantity, unit: "lb" });
  const { body: stages } = await ask("GET", "/stages");
  const inspecting = stages.items.find((stage: { kind: string }) => stage.kind === "inspecting");
  // Taken in by a person, so that the key cannot take them away.
  for (let made = 0; made < 4; made++) {
    const taken = {
      customerId: customerIds[0],
      stageId: inspecting.id,
      parts: [{ description: "Rail" }, { description: "Cap" }],
    };
    await createJob(office, newJobInput.parse(taken));
  }
  const coats = [{ system: "powder", powderId: powder.id, code: "W1", name: "Signal white" }];
  for (const customerId of customerIds) {
    const parts = [{ description: "Gate", quantity: 2, coats }, { description: "Post" }];
    const { body: job } = await ask("POST", "/jobs", { customerId, parts });
    await ask("POST", `/jobs/${job.number}/comments`, { body: "hang by the back holes" });
  }
  const dana = await contactOf(office, customerIds[0] as string, "Dana Drawn", "approver");
  const { versionId } = await addDrawn(office, 1001, { title: "Colour sample" });
  await askForAnswer(office, versionId, [dana]);
  const { version } = await versionRow(office, versionId);
  const decided = { versionId, version, contactId: dana.actor.id, verdict: "changes", reason: "Darker." };
  await recordDecisionFor(office, recordDecisionInput.parse(decided));
  let ids: Record<string, string[]> = {};
  const look = async () => {
    ids = await readIds(office);
  };
  await look();
  return { look, idsOf: (field: string, line: Line) => ids[tableOf(field, line)] ?? [] };
}

const firstJob = sql`(select id from job where retired_at is null order by number limit 1)`;
const firstCustomer = sql`(select id from customer where retired_at is null order by created_at limit 1)`;

/** Ids of what stands; of what hangs on a job or a customer, that of the first. */
const reads = {
  customer: sql`select id::text from customer where retired_at is null order by created_at limit 20`,
  contact: sql`select id::text from contact where retired_at is null and customer_id = ${firstCustomer} limit 20`,
  job: sql`select number::text as id from job where retired_at is null order by number limit 20`,
  part: sql`select id::text from part where retired_at is null and job_id = ${firstJob} limit 20`,
  coat: sql`select c.id::text from coat c join part p on p.id = c.part_id where p.job_id = ${firstJob} limit 20`,
  comment: sql`select id::text from comment where job_id = ${firstJob} limit 20`,
  stage: sql`select id::text from stage order by position limit 20`,
  powder: sql`select id::text from powder where retired_at is null order by created_at limit 20`,
  lot: sql`select id::text from lot order by on_hand_mg desc limit 20`,
  movement: sql`select id::text from movement order by at desc limit 20`,
  proof: sql`select id::text from proof limit 20`,
  member: sql`select id::text from member limit 20`,
  event: sql`select seq::text as id from event order by seq desc limit 20`,
};

async function readIds(office: Shop["office"]): Promise<Record<string, string[]>> {
  return inTransaction(office, async ({ tx }) => {
    const found: Record<string, string[]> = {};
    for (const [name, read] of Object.entries(reads)) {
      found[name] = (await tx.execute<{ id: string }>(read)).map((row) => row.id);
    }
    return found;
  });
}

/** What an id is of, by the name of its field: a path's plain {id} is of the things before it. */
function tableOf(field: string, line: Line): string {
  if (field === "id") return /^\/(\w+)s\//.exec(line.path)?.[1] ?? "";
  if (/^(number|job|jobNumber|afterNumber)$/.test(field)) return "job";
  if (field === "seq") return "event";
  if (field === "parentId") return line.path.includes("comments") ? "comment" : "customer";
  if (/^(assignee|assigneeIds|mentions|memberId)$/.test(field)) return "member";
  if (/^(stage|stageId|toStageId)$/.test(field)) return "stage";
  return field.replace(/Id$/, "");
}
