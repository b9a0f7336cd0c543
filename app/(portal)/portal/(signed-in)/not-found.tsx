import { LinkButton } from "@/components/ui/link-button";

/** For a number or an address that is nothing of this customer's. */
export default function PortalNotFound() {
  return (
    <div className="grid justify-items-start gap-4 p-4 py-12">
      <h1 className="text-xl font-semibold">There is nothing of yours here</h1>
      <p className="text-base text-ink-muted">
        It may belong to another of your companies, or a letter of the address is missing.
      </p>
      <LinkButton href="/portal" variant="primary" size="lg">
        To your jobs
      </LinkButton>
    </div>
  );
}
