import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { customer } from "@/db/schema/customers";
import { event } from "@/db/schema/history";
import { job } from "@/db/schema/jobs";
import { message, spineReader } from "@/db/schema/messages";
import type { NoticeKind, Role } from "@/db/vocabulary";
import { type Context, inTransaction, type MemberContext, mintContext, type SystemActor } from "../context";
import { addContact } from "../customers/add-contact";
import { createCustomer } from "../customers/create-customer";
import { contactInput, customerInput } from "../customers/input";
import { recordEvent } from "../history/record-event";
import { createJob } from "../jobs/create-job";
import { delayJob } from "../jobs/delay-job";
import { editJobInput } from "../jobs/edit-input";
import { editJob } from "../jobs/edit-job";
import { moveJobInput, newJobInput } from "../jobs/input";
import { moveJob } from "../jobs/move-job";
import { changeNotice } from "../messages/change-notice";
import { noticeDefaults } from "../messages/notice-defaults";
import { stageNamed } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { queued, releaseQueues } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import { tellCustomers } from "./tell-customers";
import { tellOfJob } from "./tell-of-job";

testDatabase();
releaseQueues();

let cast: Record<Role, MemberContext>;
let worker: Context<SystemActor>;
let number: number;
let jobId: string;
let customerId: string;

const open = async (isDemo = false) => {
  cast = await openRealShop("Quillback Powder Coating", { isDemo });
  worker = mintContext({ actor: { kind: "system", name: "Coatyard" }, shop: cast.owner.shop });
  const made = await createCustomer(
    cast.office,
    customerInput.parse({ name: "Acme Railings", email: "office@acme.example" }),
  );
  customerId = made.id;
  ({ number, id: jobId } = await take(cast.office));
};
const take = (ctx: Context) =>
  createJob(ctx, newJobInput.parse({ customerId, parts: [{ description: "Gate" }] }));
beforeEach(() => open());

const tomorrow = () => new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 10);
const readOn = async () => {
  while (await tellCustomers(worker));
};
const mails = () =>
  inTransaction(cast.owner, ({ tx }) => tx.select().from(message).orderBy(asc(message.createdAt)));
const switchOn = (kind: NoticeKind, isOn = true) =>
  changeNotice(cast.owner, {
    kind,
    isOn,
    subject: noticeDefaults[kind].subject,
    words: noticeDefaults[kind].words,
    version: 0,
  });
const delay = (note = "The oven is down.") => delayJob(cast.office, { number, dueOn: tomorrow(), note });
const move = async (ctx: MemberContext, from: string, to: string, placement: number) =>
  moveJob(
    ctx,
    moveJobInput.parse({
      number,
      fromStageId: (await stageNamed(ctx, from)).id,
      toStageId: (await stageNamed(ctx, to)).id,
      placement,
      overrideReason: "the customer waits",
    }),
  );
const plannedFor = async () =>
  (await queued<{ shopId: string; kind: string; seq: number; jobId: string }>("tell-of-job")).filter(
    (one) => one.shopId === worker.shop.id,
  );

describe("a job that is delayed", () => {
  test("is told once, with its new date and the note, to the job's contact", async () => {
    const { id: contactId } = await addContact(cast.office, {
      customerId,
      contact: contactInput.parse({ name: "Ana Field", email: "ana@acme.example" }),
    });
    await editJob(cast.office, editJobInput.parse({ number, changes: { contactId }, was: {} }));
    await delay();
    await readOn();
    await readOn();
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      kind: "job-delayed",
      toAddress: "ana@acme.example",
      subject: `Later than planned: job ${number}`,
      jobId,
      customerId,
      contactId,
    });
    expect(mail?.text).toContain("Hello Ana Field,");
    expect(mail?.text).toContain("The oven is down.");
    expect(mail?.text).not.toContain("{");
  });

  test("goes to the customer's own address without a contact, and to nobody without an address", async () => {
    await delay("");
    await readOn();
    expect((await mails()).map((one) => one.toAddress)).toEqual(["office@acme.example"]);
    await inTransaction(cast.owner, ({ tx }) =>
      tx.update(customer).set({ email: "no address\nBcc: x@y.example" }),
    );
    await delay();
    await readOn();
    expect(await mails()).toHaveLength(1);
  });

  test("SECURITY 29: what people typed makes no second header and no HTML", async () => {
    await inTransaction(cast.owner, ({ tx }) =>
      tx.update(customer).set({ name: "Acme\r\nBcc: all@example.com <script>" }),
    );
    await changeNotice(cast.owner, {
      kind: "job-delayed",
      isOn: true,
      subject: "{customer}: later",
      words: "Dear {customer}, {note}",
      version: 0,
    });
    await delay("{job} </style><img src=x onerror=alert(1)>");
    await readOn();
    const [mail] = await mails();
    expect(mail?.subject).toBe("Acme Bcc: all@example.com <script>: later");
    expect(mail?.text).toContain("{job} </style>");
    expect(mail?.html).not.toContain("<script");
    expect(mail?.html).not.toContain("<img src=x");
  });

  test("is told to nobody when the shop switched that off", async () => {
    await switchOn("job-delayed", false);
    await delay();
    await readOn();
    expect(await mails()).toEqual([]);
  });

  test("SECURITY 14: is the desk's to tell, not the floor's", async () => {
    await expect(delayJob(cast.coater, { number, dueOn: tomorrow(), note: "" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("refuses a day that is over, and a job that is ready", async () => {
    await expect(delayJob(cast.office, { number, dueOn: "2026-01-01", note: "" })).rejects.toMatchObject({
      code: "invalid",
    });
    await move(cast.manager, "Received", "Ready", 1);
    await expect(delay()).rejects.toMatchObject({ code: "conflict" });
  });

  test("keeps its new date and note on the job, and on record beside the old ones", async () => {
    await delay();
    const [kept] = await inTransaction(cast.owner, ({ tx }) =>
      tx.select().from(job).where(eq(job.id, jobId)),
    );
    expect(kept).toMatchObject({ dueOn: tomorrow(), statusNote: "The oven is down.", version: 2 });
    const told = await inTransaction(cast.owner, ({ tx }) =>
      tx.select().from(event).where(eq(event.kind, "job.delayed")),
    );
    expect(told).toMatchObject([
      {
        before: { dueOn: null, statusNote: "" },
        after: { dueOn: tomorrow(), statusNote: "The oven is down." },
      },
    ]);
  });
});

describe("a job that comes in or is ready", () => {
  test("tells nobody until the shop switches it on", async () => {
    await move(cast.manager, "Received", "Ready", 1);
    await readOn();
    expect(await plannedFor()).toEqual([]);
  });

  test("is told of a minute later, once, if it still stands so", async () => {
    await switchOn("job-received");
    await switchOn("job-ready");
    await move(cast.manager, "Received", "Ready", 1);
    await readOn();
    const planned = await plannedFor();
    expect(planned.map((one) => one.kind).sort()).toEqual(["job-ready", "job-received"]);
    for (const told of [...planned, ...planned]) await tellOfJob(worker, told as never);
    expect((await mails()).map((one) => one.kind)).toEqual(["job-ready"]);
  });

  test("a move taken back tells nobody, and the next one is told instead", async () => {
    await switchOn("job-ready");
    await move(cast.manager, "Received", "Ready", 1);
    await move(cast.manager, "Ready", "QC", 2);
    await readOn();
    const [first] = await plannedFor();
    await tellOfJob(worker, first as never);
    expect(await mails()).toEqual([]);
    await move(cast.manager, "QC", "Ready", 3);
    await readOn();
    for (const told of await plannedFor()) await tellOfJob(worker, told as never);
    expect((await mails()).map((one) => one.kind)).toEqual(["job-ready"]);
  });

  test("what an import brings in is no news", async () => {
    await switchOn("job-received");
    await readOn();
    const before = await plannedFor();
    await take(worker);
    await readOn();
    expect(await plannedFor()).toEqual(before);
  });
});

describe("the reader of the spine", () => {
  test("tells of no past from before the shop was opened, as a demo has one", async () => {
    await open(true);
    const longAgo = { ...cast.office, now: new Date("2026-01-05T12:00:00Z") };
    await delayJob(longAgo, { number, dueOn: "2026-02-01", note: "" });
    await readOn();
    expect(await mails()).toEqual([]);
    await delay();
    await readOn();
    expect(await mails()).toHaveLength(1);
  });

  test("four at once write each notice once", async () => {
    for (let n = 0; n < 12; n++) await delay(`Number ${n}`);
    await Promise.all(Array.from({ length: 4 }, readOn));
    const notes = (await mails()).map((one) => one.text.match(/Number \d+/)?.[0]);
    expect(notes).toHaveLength(12);
    expect(new Set(notes).size).toBe(12);
  });

  test("reads a long history in stretches, without a gap", async () => {
    await inTransaction(cast.office, async (work) => {
      for (let n = 0; n < 130; n++) {
        recordEvent(work, {
          kind: n % 2 ? "job.delayed" : "job.edited",
          subjectId: jobId,
          jobId,
          after: { dueOn: "2027-01-01", statusNote: `Number ${n}.` },
        });
      }
    });
    await readOn();
    expect(await mails()).toHaveLength(65);
    expect(new Set((await mails()).map((one) => one.text.match(/Number \d+/)?.[0])).size).toBe(65);
    expect(await tellCustomers(worker)).toBe(false);
    const [reader] = await inTransaction(cast.owner, ({ tx }) => tx.select().from(spineReader));
    const { length } = await inTransaction(cast.owner, ({ tx }) => tx.select().from(event));
    expect(reader?.seq).toBe(length);
  });

  test("SECURITY 12: a shop's reader sees its own shop alone", async () => {
    await delay();
    const first = cast;
    await open();
    await readOn();
    expect(await mails()).toEqual([]);
    cast = first;
    expect(await mails()).toEqual([]);
  });
});
