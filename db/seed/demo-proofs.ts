import type { DemoCustomer } from "./demo-customers";
import type { DemoJob } from "./demo-jobs";
import type { ProofAct, Step } from "./demo-steps";
import { shapeOf } from "./draw-part";
import { chanceOf } from "./seeded-random";
import { minutesADay, type WorkClock } from "./work-clock";

/** How an asking has gone. The first that a job fits are given out first. */
type Course = "expired" | "second" | "changes" | "sheet" | "overdue" | "waiting" | "approved" | "draft";
const courses: readonly Course[] = [
  ...(["expired", "second", "changes", "approved", "overdue", "waiting", "waiting"] as const),
  ...(["sheet", "waiting", "approved", "draft"] as const),
];
/** Working days that an open job has to have been here for its asking to have gone so far. */
const daysFor: Record<Course, number> = {
  expired: 6,
  second: 2.5,
  changes: 1.5,
  overdue: 4.5,
  waiting: 0.8,
  sheet: 1.2,
  approved: 1.2,
  draft: 0.2,
};

type Candidate = { job: number; arrived: number; one: DemoJob };

/** A handful of open jobs of firms have a proof: waiting for an answer, answered, too late, or not asked yet. */
export function planProofs(jobs: DemoJob[], customers: DemoCustomer[], clock: WorkClock): Step[] {
  const open = jobs.flatMap((one, job): Candidate[] => {
    const [contact] = customers[one.customer]?.input.contacts ?? [];
    const arrived = one.minute + 20;
    const isOpen = arrived < clock.now && one.life.deliveredAt > clock.now;
    const isShown = shapeOf(one.parts[0]?.description ?? "") && one.parts[0]?.coats.some(({ hex }) => hex);
    return isOpen && contact?.email && isShown ? [{ job, arrived, one }] : [];
  });
  const left = chanceOf("proofs").shuffled(open);
  const asked = new Set<number>();
  return courses.flatMap((course) => {
    const at = left.findIndex((found) => fits(found, course, clock) && !asked.has(found.one.customer));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (!found) return [];
    asked.add(found.one.customer);
    return stepsOf(found, course, clock);
  });
}

/** What is still to be decided is decided before the booth; what was approved may be anywhere after it. */
function fits({ arrived, one }: Candidate, course: Course, clock: WorkClock): boolean {
  const isUncoated = (one.life.coatedAt[0] ?? 0) > clock.now;
  return arrived <= clock.now - daysFor[course] * minutesADay && (isUncoated || isApproved(course));
}

const isApproved = (course: Course) => course === "approved" || course === "sheet";

function stepsOf({ job, arrived }: Candidate, course: Course, clock: WorkClock): Step[] {
  const days = (many: number) => many * minutesADay;
  const start = Math.max(arrived, clock.now - days(daysFor[course]));
  const step = (after: number, act: ProofAct): Step => ({
    minute: Math.min(start + after, clock.now),
    hand: act.what === "expire" ? "manager" : "office",
    does: "proof",
    job,
    act,
  });
  const ask = (after: number, dueIn: number | null, endsIn: number | null = null) => {
    const on = (many: number | null) => (many === null ? null : clock.dateOf(start + after + days(many)));
    return step(after, { what: "ask", dueOn: on(dueIn), expiresOn: on(endsIn), message: messages[course] });
  };
  const add = (after: number, version: 1 | 2 = 1) =>
    step(after, { what: "add", version, isSheet: course === "sheet" });
  if (course === "draft") return [add(0)];
  const asked = [add(0), ask(6, dueInDays[course], course === "expired" ? 3 : null)];
  const answer = (after: number, verdict: "approved" | "changes") =>
    step(after, { what: "decide", verdict, reason: verdict === "changes" ? reasons[course] : "" });
  if (isApproved(course)) return [...asked, answer(days(0.6), "approved")];
  if (course === "changes") return [...asked, answer(days(0.5), "changes")];
  if (course === "second")
    return [...asked, answer(days(0.4), "changes"), add(days(1.2), 2), ask(days(1.2) + 4, 2)];
  if (course !== "expired") return asked;
  const over = (Math.floor((start + 6 + days(3)) / minutesADay) + 1) * minutesADay + 4;
  return [...asked, { ...step(0, { what: "expire" }), minute: Math.min(over, clock.now) }];
}

const dueInDays: Record<Course, number | null> = {
  expired: 2,
  second: 1,
  changes: 2,
  overdue: 2,
  waiting: 2,
  sheet: 1,
  approved: 1,
  draft: null,
};

const messages: Record<Course, string> = {
  expired: "Please say by then whether this is the colour; the parts stand ready for the blast room.",
  second: "Please look at the colour before we begin.",
  changes: "Is this the colour you had in mind? It looks a little deeper on the metal.",
  overdue: "Please confirm the finish. We would like to hang these this week.",
  waiting: "A panel in your colour, as it came out of the oven. May we go ahead?",
  sheet: "The colour, and on the second page what stays bare. We begin as soon as you say yes.",
  approved: "Please look it over; we begin as soon as you say yes.",
  draft: "",
};

const reasons: Record<Course, string> = {
  expired: "",
  second: "A shade lighter, please: it is to stand beside the posts you did for us in spring.",
  changes: "Too glossy for us. Could we see the same in satin?",
  overdue: "",
  waiting: "",
  sheet: "",
  approved: "",
  draft: "",
};
