import { SignedInFrame } from "@/components/portal/signed-in-frame";
import { LinkButton } from "@/components/ui/link-button";
import { requireContact } from "@/lib/people/portal-session";
import { getPortalFrame } from "@/lib/portal/get-portal-frame";

/** For a number or an address that is nothing of this customer's. */
export default async function PortalNotFound() {
  const frame = await getPortalFrame(await requireContact());
  return (
    <SignedInFrame {...frame}>
      <div className="grid justify-items-start gap-4 p-4 py-12">
        <h1 className="text-xl font-semibold">There is nothing of yours here</h1>
        <p className="text-base text-ink-muted">
          It may belong to another of your companies, or a letter of the address is missing.
        </p>
        <LinkButton href="/portal" variant="primary" size="lg">
          To your jobs
        </LinkButton>
      </div>
    </SignedInFrame>
  );
}
