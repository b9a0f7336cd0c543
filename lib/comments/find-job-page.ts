import "server-only";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { getJob } from "../jobs/get-job";
import { jobNumber } from "../jobs/input";
import type { JobView } from "../jobs/job-view";
import { listMessagesOfJob, type Mails } from "../messages/list-messages-about";
import { listStory, storyInput } from "./list-story";
import type { Story } from "./story";

export type JobPage = { job: JobView; story: Story; mails: Mails; now: string };

/** A job and the first of its story as its page shows them, or null when the address names none. */
export async function findJobPage(ctx: Context, typed: string): Promise<JobPage | null> {
  const number = jobNumber.safeParse(typed);
  if (!number.success) return null;
  try {
    const [job, story, mails] = await Promise.all([
      getJob(ctx, number.data),
      listStory(ctx, storyInput.parse({ number: number.data })),
      listMessagesOfJob(ctx, number.data),
    ]);
    return { job, story, mails, now: ctx.now.toISOString() };
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") return null;
    throw error;
  }
}
