import { PageHeader } from "../ui/page-header";
import { Skeleton } from "../ui/skeleton";

/** The place of the wizard while a file is read and judged. */
export function WizardWait({ fileName }: { fileName: string }) {
  return (
    <div className="px-4 pt-4 md:px-6">
      <PageHeader
        up={{ href: "/imports", name: "Import" }}
        title={fileName}
        description="Reading the file and looking at every row…"
      />
      <div aria-hidden className="grid gap-5">
        <Skeleton className="h-12 w-full" />
        <Skeleton className="h-24 w-full" />
        <div className="grid gap-2">
          {[1, 2, 3, 4, 5, 6, 7, 8].map((line) => (
            <Skeleton key={line} className="h-10 w-full" />
          ))}
        </div>
      </div>
    </div>
  );
}
