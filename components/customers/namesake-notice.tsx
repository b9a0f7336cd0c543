import type { Namesake } from "@/lib/customers/find-namesakes";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";

/** Says that a name is here already, and offers the customer who has it. */
export function NamesakeNotice({ namesakes }: { namesakes: readonly Namesake[] }) {
  if (namesakes.length === 0) return null;
  return (
    <Notice
      tone="risk"
      title={namesakes.length === 1 ? "This customer may be here already" : "This name is here already"}
    >
      <ul className="mt-1 flex flex-col gap-1.5">
        {namesakes.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0">
              <span className="font-medium">{one.name}</span>
              <span className="text-ink-muted">
                {" "}
                {[one.phone, one.email, one.isInactive ? "inactive" : ""].filter(Boolean).join(" · ")}
              </span>
            </span>
            <LinkButton href={`/customers/${one.id}`} size="sm">
              Use this one
            </LinkButton>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
