import { LinkButton } from "@/components/ui/link-button";

/** For a number or an address that is nothing of this customer's. It reads nothing: Next renders it with every page beside it. */
export default function PortalNotFound() {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-3xl content-center justify-items-start gap-4 p-4">
      <h1 className="text-xl font-semibold">There is nothing of yours here</h1>
      <p className="text-base text-ink-muted">
        It may belong to another of your companies, or a letter of the address is missing.
      </p>
      <LinkButton href="/portal" prefetch={false} variant="primary" size="lg">
        To your jobs
      </LinkButton>
    </main>
  );
}
