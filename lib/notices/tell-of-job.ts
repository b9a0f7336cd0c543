import "server-only";
import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { contact, customer } from "@/db/schema/customers";
import { event } from "@/db/schema/history";
import { job, stage } from "@/db/schema/jobs";
import type { StageKind } from "@/db/vocabulary";
import { type Context, inTransaction, type SystemActor, type WorkContext } from "../context";
import { isPastInspection } from "../jobs/stages";
import { formatDay } from "../measures/format-time";
import { ownLink } from "../messages/own-link";
import { readNotices } from "../messages/read-notices";
import { type Chore, enqueue } from "../outbox/enqueue";
import { queueNotice, type Recipient } from "./queue-notice";
import type { News, Notices } from "./tell-customers";

type Work = WorkContext<SystemActor>;
type Job = typeof job.$inferSelect;

/** A job dropped in the wrong column and taken back at once tells nobody. */
const restSeconds = 60;

/** A member took a job in or brought it to ready: told a little later, if it still stands so. */
export async function planOfJob(work: Work, notices: Notices, news: News): Promise<void> {
  if (news.actorKind !== "member" || !news.jobId) return;
  if (!notices["job-received"].isOn && !notices["job-ready"].isOn) return;
  const kind = await noticeOf(work, news);
  if (!kind || !notices[kind].isOn) return;
  const { shop } = work;
  const told = { shopId: shop.id, jobId: news.jobId, kind, seq: news.seq };
  await enqueue(work, "tell-of-job", told, { afterSeconds: restSeconds });
}

async function noticeOf({ tx, shop }: Work, news: News): Promise<"job-received" | "job-ready" | null> {
  const [from, to] = [news.before?.stageId, news.after?.stageId].map((id) =>
    typeof id === "string" ? id : "",
  );
  const stages = await tx
    .select({ id: stage.id, kind: stage.kind })
    .from(stage)
    .where(
      and(eq(stage.shopId, shop.id), inArray(stage.id, [from, to].filter((id) => id !== "") as string[])),
    );
  const kindOf = (id?: string) => stages.find((one) => one.id === id)?.kind;
  const [was, is] = [kindOf(from), kindOf(to)];
  if (news.kind === "job.moved" && is === "ready" && was && !isPastInspection(was)) return "job-ready";
  const isIn = is !== undefined && isHere(is);
  return isIn && (news.kind === "job.created" || was === "quoted") ? "job-received" : null;
}

const isHere = (kind: StageKind) => kind === "waiting" || kind === "working" || kind === "inspecting";

/** Tells a customer that their parts came in or are ready, once, if that is still so. */
export async function tellOfJob(ctx: Context<SystemActor>, told: Chore["tell-of-job"]): Promise<void> {
  await inTransaction(ctx, async (work) => {
    const notice = (await readNotices(work))[told.kind];
    const found = await findJob(work, told.jobId);
    if (!found || !notice.isOn || !(await stillStands(work, found, told))) return;
    const onceKey =
      told.kind === "job-ready" ? `job-ready:${found.id}:${told.seq}` : `job-received:${found.id}`;
    await tell(work, notice, found, onceKey, found.statusNote);
  });
}

async function stillStands(
  { tx, shop }: Work,
  found: Job,
  { kind, seq }: Chore["tell-of-job"],
): Promise<boolean> {
  if (kind === "job-received") return isHere(found.stageKind);
  const [entered] = await tx
    .select({ seq: event.seq })
    .from(event)
    .where(
      and(
        eq(event.shopId, shop.id),
        eq(event.jobId, found.id),
        eq(event.kind, "job.moved"),
        sql`${event.before} ->> 'stageId' <> ${event.after} ->> 'stageId'`,
      ),
    )
    .orderBy(desc(event.seq))
    .limit(1);
  return found.stageKind === "ready" && entered?.seq === seq;
}

/** A job's customer is told that it will be later, with the date and the words of that moment. */
export async function tellOfDelay(work: Work, notices: Notices, news: News): Promise<void> {
  const notice = notices["job-delayed"];
  const found = news.jobId ? await findJob(work, news.jobId) : null;
  if (!notice.isOn || !found) return;
  const dueOn = typeof news.after?.dueOn === "string" ? news.after.dueOn : found.dueOn;
  await tell(
    work,
    notice,
    { ...found, dueOn },
    `job-delayed:${news.seq}`,
    String(news.after?.statusNote ?? ""),
  );
}

async function tell(
  work: Work,
  notice: Notices[keyof Notices],
  about: Job,
  onceKey: string,
  note: string,
): Promise<void> {
  const { to, customerName, isInPortal } = await findRecipient(work, about);
  if (!to) return;
  const due = about.dueOn ? formatDay(about.dueOn, work.shop.locale, "long") : "";
  await queueNotice(work, notice, {
    onceKey,
    to,
    jobId: about.id,
    values: { customer: customerName, job: String(about.number), due, proof: "", decision: "", note },
    url: isInPortal ? ownLink(`/portal/jobs/${about.number}`) : undefined,
  });
}

async function findJob({ tx, shop }: Work, jobId: string): Promise<Job | null> {
  const [found] = await tx
    .select()
    .from(job)
    .where(and(eq(job.shopId, shop.id), eq(job.id, jobId), isNull(job.retiredAt)));
  return found ?? null;
}

/** The job's contact if they can be written to, else the customer's own address, else nobody. */
async function findRecipient({ tx, shop }: Work, { customerId, contactId }: Job) {
  const [owner] = await tx
    .select()
    .from(customer)
    .where(and(eq(customer.shopId, shop.id), eq(customer.id, customerId)));
  const [person] = contactId
    ? await tx
        .select()
        .from(contact)
        .where(and(eq(contact.shopId, shop.id), eq(contact.id, contactId), isNull(contact.retiredAt)))
    : [];
  const customerName = owner?.name ?? "";
  if (person?.email) {
    const to: Recipient = { customerId, contactId: person.id, name: person.name, email: person.email };
    return { to, customerName, isInPortal: person.portalRole !== null };
  }
  const to: Recipient | null =
    owner?.email && !owner.retiredAt
      ? { customerId, contactId: null, name: owner.name, email: owner.email }
      : null;
  return { to, customerName, isInPortal: false };
}
