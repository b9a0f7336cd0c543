"use client";
import { isPicture, thumbnailAddress } from "@/lib/files/limits";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import type { IntakeFile } from "./intake";
import { pickFiles } from "./pick-files";
import { Picture } from "./picture";
import type { SentFile } from "./use-new-files";

type IntakePhotosProps = {
  files: IntakeFile[];
  underway: SentFile[];
  onAdd: (files: File[]) => void;
  onRemove: (id: string) => void;
  onDrop: (key: number) => void;
  onRetry: (key: number) => void;
};

/** The pictures of a job to come: from the camera, the clipboard, a drop or the device's files. */
export function IntakePhotos({ files, underway, onAdd, onRemove, onDrop, onRetry }: IntakePhotosProps) {
  return (
    <section aria-label="Pictures" className="rounded-lg border border-dashed border-line-strong/60 p-3">
      <div className="flex flex-wrap gap-2 not-empty:mb-3">
        {files.map((file) => (
          <Tile key={file.id} name={file.name} onRemove={() => onRemove(file.id)}>
            {isPicture(file.contentType) ? (
              <Picture src={thumbnailAddress(file.id)} alt={file.name} className="size-full object-cover" />
            ) : (
              <Icon name="file-text" size={20} className="text-ink-muted" label={file.name} />
            )}
          </Tile>
        ))}
        {underway.map((one) => (
          <Tile key={one.key} name={one.name} onRemove={() => onDrop(one.key)} problem={one.problem}>
            {one.preview ? (
              <Picture src={one.preview} alt={one.name} className="size-full object-cover opacity-60" />
            ) : (
              <Icon name="file-text" size={20} className="text-ink-muted" label={one.name} />
            )}
            {one.problem === null && (
              <span
                role="progressbar"
                aria-label={one.name}
                aria-valuenow={Math.round(one.share * 100)}
                className="absolute inset-x-1 bottom-1 h-1 overflow-hidden rounded-full bg-surface"
              >
                <span
                  className="block h-full origin-left bg-accent transition-transform"
                  style={{ transform: `scaleX(${one.share})` }}
                />
              </span>
            )}
          </Tile>
        ))}
      </div>
      {underway.map(
        (one) =>
          one.problem && (
            <p key={one.key} role="alert" className="mb-2 text-xs text-late-ink">
              {one.name}: {one.problem}{" "}
              {one.mayRetry && (
                <Button size="sm" onClick={() => onRetry(one.key)}>
                  Try again
                </Button>
              )}
            </p>
          ),
      )}
      <div className="flex flex-wrap items-center gap-2">
        <span className="not-pointer-coarse:hidden">
          <Button icon={<Icon name="camera" size={16} />} onClick={() => pickFiles(onAdd, "camera")}>
            Camera
          </Button>
        </span>
        <Button icon={<Icon name="image-plus" size={16} />} onClick={() => pickFiles(onAdd)}>
          Add pictures
        </Button>
        <span className="text-xs text-ink-faint pointer-coarse:hidden">or drop or paste them anywhere</span>
      </div>
    </section>
  );
}

type TileProps = { name: string; problem?: string | null; onRemove: () => void; children: React.ReactNode };

function Tile({ name, problem, onRemove, children }: TileProps) {
  return (
    <span
      className={`relative grid size-16 place-items-center overflow-hidden rounded-sm border bg-sunken ${problem ? "border-late" : ""}`}
    >
      {children}
      <button
        type="button"
        onClick={onRemove}
        aria-label={`Take ${name} away`}
        className="absolute top-0.5 right-0.5 grid size-6 place-items-center rounded-full border bg-raised text-ink-muted hover:text-ink"
      >
        <Icon name="x" size={12} />
      </button>
    </span>
  );
}
