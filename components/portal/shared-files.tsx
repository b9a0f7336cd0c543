import type { PortalFile } from "@/lib/portal/portal-view";
import { Picture } from "../jobs/picture";
import { Icon } from "../ui/icon";
import { Section } from "../ui/section";
import { TakeFile } from "./take-file";

const first = 6;

/** What the shop shares with a customer apart from any job; the first few stand for the rest until asked. */
export function SharedFiles({ files }: { files: PortalFile[] }) {
  if (files.length === 0) return null;
  return (
    <Section title="Files" count={files.length}>
      <Lines files={files.slice(0, first)} />
      {files.length > first && (
        <details className="mt-2">
          <summary className="flex min-h-11 cursor-pointer items-center text-ink-muted">
            {files.length - first} more
          </summary>
          <Lines files={files.slice(first)} />
        </details>
      )}
    </Section>
  );
}

const Lines = ({ files }: { files: PortalFile[] }) => (
  <ul className="divide-y rounded-lg border bg-surface">
    {files.map((one) => (
      <li key={one.id} className="flex items-center">
        <Look file={one} />
        <div className="min-w-0 flex-1">
          <TakeFile file={one} />
        </div>
      </li>
    ))}
  </ul>
);

function Look({ file }: { file: PortalFile }) {
  const frame = "my-1.5 ml-1.5 block size-11 shrink-0 overflow-hidden rounded-sm bg-sunken";
  if (!file.isPicture) {
    return (
      <span className={`${frame} grid place-items-center text-ink-faint`}>
        <Icon name="file-text" size={20} />
      </span>
    );
  }
  const address = `/api/portal/files/${file.id}`;
  return (
    <a href={address} target="_blank" rel="noreferrer" aria-label={`See ${file.name}`} className={frame}>
      <Picture src={`${address}/thumbnail`} alt="" loading="lazy" className="size-full object-cover" />
    </a>
  );
}
