import "server-only";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { getJob } from "../jobs/get-job";
import { jobNumber } from "../jobs/input";
import type { JobView } from "../jobs/job-view";
import { listStory, storyInput } from "./list-story";
import type { Story } from "./story";

export type JobPage = { job: JobView; story: Story; now: string };

/** A job and the first of its story as its page shows them, or null when the address names none. */
export async function findJobPage(ctx: Context, typed: string): Promise<JobPage | null> {
  const number = jobNumber.safeParse(typed);
  if (!number.success) return null;
  try {
    const [job, story] = await Promise.all([
      getJob(ctx, number.data),
      listStory(ctx, storyInput.parse({ number: number.data })),
    ]);
    return { job, story, now: ctx.now.toISOString() };
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") return null;
    throw error;
  }
}
