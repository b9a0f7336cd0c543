import type { PortalJob } from "@/lib/portal/portal-view";
import { Section } from "../ui/section";
import { SwatchName } from "../ui/swatch-name";

/** What is coated, and in what. */
export function JobParts({ parts }: { parts: PortalJob["parts"] }) {
  if (parts.length === 0) return null;
  return (
    <Section title="Parts">
      <ul className="divide-y rounded-lg border bg-surface">
        {parts.map((part) => (
          <li key={part.id} className="grid gap-1 px-4 py-3">
            <span className="break-words">
              {part.quantity !== 1 && <span className="font-medium">{part.quantity} × </span>}
              {part.description}
            </span>
            {part.coats.length > 0 && <SwatchName coats={part.coats} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
