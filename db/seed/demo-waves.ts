import type { DemoJob } from "./demo-jobs";
import type { DemoPlan } from "./demo-plan";
import type { Step } from "./demo-steps";

/**
 * Parts steps into waves whose steps touch nothing in common, so that each wave can be sent at once. What touches the
 * same job, stage, lot, powder or customer stays in its order.
 */
export function wavesOf(steps: readonly Step[], { jobs, lots }: Pick<DemoPlan, "jobs" | "lots">): Step[][] {
  const waves: Step[][] = [];
  const next = new Map<string, number>();
  for (const step of steps) {
    const touched = touchedBy(step, { jobs, lots });
    const wave = Math.max(0, ...touched.map((one) => next.get(one) ?? 0));
    for (const one of touched) next.set(one, wave + 1);
    waves[wave] ??= [];
    waves[wave].push(step);
  }
  return waves;
}

function touchedBy(step: Step, { jobs, lots }: Pick<DemoPlan, "jobs" | "lots">): string[] {
  switch (step.does) {
    case "add-powder":
      return [`powder ${step.powder}`];
    case "add-customer":
      return [`customer ${step.customer}`];
    case "receive-lot":
      return [`powder ${lots[step.lot]?.powder}`, `lot ${step.lot}`];
    case "take-in":
      return [
        "numbers",
        `job ${step.job}`,
        `stage ${firstStage(jobs[step.job])}`,
        `customer ${jobs[step.job]?.customer}`,
      ];
    case "move":
      return [`job ${step.job}`, `stage ${step.to}`];
    case "inspect":
    case "say":
    case "photograph":
      return [`job ${step.job}`];
    case "proof":
      return [`job ${step.job}`, `customer ${jobs[step.job]?.customer}`];
    case "draw":
    case "put-back":
      return [`job ${step.job}`, `lot ${step.lot}`];
    case "retest":
    case "waste":
    case "count":
      return [`lot ${step.lot}`];
  }
}

const firstStage = (job: DemoJob | undefined) => (job?.isQuotedFirst ? "Quoted" : "Received");
