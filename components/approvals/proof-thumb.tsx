import clsx from "clsx";
import { smallPageAddress } from "@/lib/approvals/proof-view";
import { Picture } from "../jobs/picture";
import { Icon } from "../ui/icon";
import { Spinner } from "../ui/spinner";

type ProofThumbProps = { pageId: string | null; isDrawn: boolean; className?: string };

/** The first page of a proof, small. */
export function ProofThumb({ pageId, isDrawn, className = "size-16" }: ProofThumbProps) {
  return (
    <span
      aria-hidden
      className={clsx(
        "grid shrink-0 place-items-center overflow-hidden rounded-sm border bg-sunken text-ink-faint",
        className,
      )}
    >
      {pageId ? (
        <Picture src={smallPageAddress(pageId)} alt="" loading="lazy" className="size-full object-cover" />
      ) : isDrawn ? (
        <Icon name="file-image" size={20} />
      ) : (
        <Spinner />
      )}
    </span>
  );
}
