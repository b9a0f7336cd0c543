import type { DemoJob } from "./demo-jobs";
import type { StageName, StepOf } from "./demo-steps";
import { type Chance, chanceOf } from "./seeded-random";
import { minutesADay, type WorkClock } from "./work-clock";

const fewest = 4;
const kept: readonly StageName[] = ["Prep", "Masking", "Coating", "Curing", "QC"];

/** Lets some jobs enter a stage a little sooner than they would, so that no stage of the floor stands empty at the moment the demo is opened. */
export function keepFloorFull(jobs: readonly DemoJob[], now: number): void {
  const chance = chanceOf("floor");
  for (const stage of kept) {
    const here = jobs.filter((job) => stageAt(job, now) === stage).length;
    const coming = jobs
      .flatMap((job) => nextMove(job, now, stage))
      .sort((one, other) => one.soon - other.soon);
    for (const one of coming.slice(0, Math.max(0, fewest - here))) bringForward(chance, one, now);
  }
}

/** Of what is on the floor, some was promised for today and some is late. */
export function keepPromisesTight(jobs: readonly DemoJob[], clock: WorkClock): void {
  const chance = chanceOf("promises");
  const standing = jobs.filter((job) => {
    const { minute, life, dueOn, isQuotedFirst } = job;
    const isQuote = isQuotedFirst && !stageAt(job, clock.now);
    return dueOn && !isQuote && life.readyAt > clock.now && clock.now - minute > 4 * minutesADay;
  });
  const [forToday, late] = [Math.round(standing.length / 13), Math.round(standing.length / 10)];
  for (const [place, job] of chance
    .shuffled(standing)
    .slice(0, forToday + late)
    .entries()) {
    const days = place < forToday ? 0 : chance.whole(1, 3);
    job.dueOn = clock.dateOf(clock.today - days * minutesADay);
  }
}

type Coming = { job: DemoJob; move: StepOf<"move">; since: number; soon: number };

const movesOf = (job: DemoJob) =>
  job.life.steps.filter((step): step is StepOf<"move"> => step.does === "move");

const stageAt = (job: DemoJob, now: number) => movesOf(job).findLast(({ minute }) => minute <= now)?.to;

/** The job's next move, if it leads into the stage and the job is here to be moved. */
function nextMove(job: DemoJob, now: number, stage: StageName): Coming[] {
  const moves = movesOf(job);
  const place = moves.findIndex(({ minute }) => minute > now);
  const move = moves[place];
  const since = moves[place - 1]?.minute ?? job.minute;
  const goesBack = moves[place - 1]?.to === "QC";
  if (move?.to !== stage || goesBack || now - since < 30) return [];
  return [{ job, move, since, soon: move.minute - now }];
}

function bringForward(chance: Chance, { job: { life }, move, since }: Coming, now: number): void {
  const planned = move.minute;
  move.minute = since + (now - since) * chance.between(0.5, 0.95);
  life.coatedAt = life.coatedAt.map((minute) =>
    minute > since && minute <= planned ? Math.min(minute, move.minute - 2) : minute,
  );
}
