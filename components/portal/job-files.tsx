import type { PortalFile } from "@/lib/portal/portal-view";
import { Picture } from "../jobs/picture";
import { Section } from "../ui/section";
import { TakeFile } from "./take-file";

const addressOf = (file: PortalFile) => `/api/portal/files/${file.id}`;

/** What the shop shows of a job: pictures to look at, other files to take. */
export function JobFiles({ files }: { files: PortalFile[] }) {
  const pictures = files.filter((one) => one.isPicture);
  const others = files.filter((one) => !one.isPicture);
  return (
    <>
      {pictures.length > 0 && (
        <Section title="Photos" count={pictures.length}>
          <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4">
            {pictures.map((one) => (
              <li key={one.id}>
                <a href={addressOf(one)} target="_blank" rel="noreferrer" className="block rounded-sm">
                  <Picture
                    src={`${addressOf(one)}/thumbnail`}
                    alt={one.name}
                    loading="lazy"
                    className="aspect-square w-full rounded-sm bg-sunken object-cover"
                  />
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {others.length > 0 && (
        <Section title="Files" count={others.length}>
          <ul className="divide-y rounded-lg border bg-surface">
            {others.map((one) => (
              <li key={one.id}>
                <TakeFile file={one} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
