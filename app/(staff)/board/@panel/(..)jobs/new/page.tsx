import { IntakeSheet } from "@/components/jobs/intake-sheet";
import { getIntakeFacts } from "@/lib/jobs/get-intake-facts";
import { requireStaff } from "@/lib/people/session";

export default async function NewJobOverBoard() {
  const ctx = await requireStaff("jobs.edit");
  return <IntakeSheet facts={await getIntakeFacts(ctx)} />;
}
