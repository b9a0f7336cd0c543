"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { isPicture, thumbnailAddress } from "@/lib/files/limits";
import type { ViewedFile } from "@/lib/jobs/job-view";
import { DropZone } from "../jobs/drop-zone";
import { pickFiles } from "../jobs/pick-files";
import { Picture } from "../jobs/picture";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { Field } from "../ui/field";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toast";
import { type ChosenFile, useNewProofs } from "./use-new-proofs";
import { usePreview } from "./use-preview";

type AddProofDialogProps = {
  job: number;
  /** The proof a new version is for; without it every file is a proof of its own. */
  of?: { proofId: string; title: string; number: number };
  /** What was dropped to open it. */
  first?: readonly File[];
  /** What the job has already, to be chosen in place of an upload. */
  files?: readonly ViewedFile[];
  onClose: () => void;
};

/** Pictures and documents become proofs of a job, or the next version of one. */
export function AddProofDialog({ job, of, first = [], files = [], onClose }: AddProofDialogProps) {
  const router = useRouter();
  const { chosen, isSending, add, addKept, rename, remove, send } = useNewProofs(job, first, Boolean(of));
  const [note, setNote] = useState("");
  const count = chosen.length;
  const verb = of ? `Add version ${of.number}` : count > 1 ? `Add ${count} proofs` : "Add proof";

  const save = async () => {
    const made = await send({ proofId: of?.proofId ?? null, note });
    const [proof] = made;
    if (!proof || made.length < count) return;
    toast.done(of ? `Version ${of.number} is added` : count > 1 ? `${count} proofs added` : "Proof added");
    onClose();
    if (!of && count === 1) router.push(`/jobs/${job}/proofs/${proof.proofId}`);
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={of ? `Version ${of.number} of ${of.title}` : "Add a proof"}
      description={
        of
          ? "It takes the place of the one before, whose link ends."
          : "What the customer will get, for them to approve."
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (count > 0 && !isSending) void save();
        }}
      >
        <DialogBody>
          <DropZone onFiles={add} className="relative grid gap-4">
            {count > 0 && (
              <ul className="grid gap-3">
                {chosen.map((one) => (
                  <ChosenLine
                    key={one.key}
                    one={one}
                    isSending={isSending}
                    onRename={of ? undefined : (title) => rename(one.key, title)}
                    onRemove={() => remove(one.key)}
                  />
                ))}
              </ul>
            )}
            {(count === 0 || !of) && <Sources isFirst={count === 0} onFiles={add} />}
            {count === 0 && <KeptFiles files={files} onChoose={addKept} />}
            {of && count > 0 && (
              <Field label="What is new" isOptional hint="Customers read it too.">
                <Textarea
                  autoFocus
                  value={note}
                  maxLength={2000}
                  onChange={(event) => setNote(event.target.value)}
                />
              </Field>
            )}
          </DropZone>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={isSending} aria-disabled={count === 0}>
            {verb}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function Sources({ isFirst, onFiles }: { isFirst: boolean; onFiles: (files: File[]) => void }) {
  const buttons = (
    <>
      <Button icon={<Icon name="file-up" size={16} />} autoFocus={isFirst} onClick={() => pickFiles(onFiles)}>
        {isFirst ? "Choose a file" : "Another file"}
      </Button>
      <span className="not-pointer-coarse:hidden">
        <Button icon={<Icon name="camera" size={16} />} onClick={() => pickFiles(onFiles, "camera")}>
          Camera
        </Button>
      </span>
    </>
  );
  if (!isFirst) return <div className="flex gap-2">{buttons}</div>;
  return (
    <div className="flex flex-col items-center gap-3 rounded-lg border-2 border-dashed px-4 py-8 text-center">
      <div className="flex flex-wrap justify-center gap-2">{buttons}</div>
      <p className="text-ink-muted">
        PNG, JPEG, WebP or PDF. <span className="pointer-coarse:hidden">Drop or paste it here.</span>
      </p>
    </div>
  );
}

type KeptFilesProps = {
  files: readonly ViewedFile[];
  onChoose: (id: string, name: string, preview: string) => void;
};

function KeptFiles({ files, onChoose }: KeptFilesProps) {
  const pictures = files
    .filter((file) => isPicture(file.contentType) && file.category !== "proof")
    .slice(0, 12);
  if (pictures.length === 0) return null;
  return (
    <div>
      <p className="mb-1.5 font-medium">Or one of the job's pictures</p>
      <div className="flex flex-wrap gap-2">
        {pictures.map((file) => (
          <button
            key={file.id}
            type="button"
            aria-label={`Use ${file.name}`}
            data-tip={file.name}
            onClick={() => onChoose(file.id, file.name, thumbnailAddress(file.id))}
            className="size-16 overflow-hidden rounded-sm border bg-sunken hover:border-accent-ink"
          >
            <Picture src={thumbnailAddress(file.id)} alt="" className="size-full object-cover" />
          </button>
        ))}
      </div>
    </div>
  );
}

type ChosenLineProps = {
  one: ChosenFile;
  isSending: boolean;
  onRename?: (title: string) => void;
  onRemove: () => void;
};

function ChosenLine({ one, isSending, onRename, onRemove }: ChosenLineProps) {
  const own = usePreview(one.file);
  const preview = one.preview ?? own;
  return (
    <li className="flex items-center gap-3">
      <span className="grid size-16 shrink-0 place-items-center overflow-hidden rounded-sm border bg-sunken text-ink-muted">
        {preview ? (
          <Picture src={preview} alt="" className="size-full object-cover" />
        ) : (
          <Icon name="file-text" size={20} />
        )}
      </span>
      <div className="min-w-0 flex-1">
        {onRename ? (
          <Field label="Name" error={one.problem}>
            <Input
              autoFocus
              value={one.title}
              maxLength={120}
              onChange={(event) => onRename(event.target.value)}
            />
          </Field>
        ) : (
          <>
            <p className="truncate">{one.name}</p>
            {one.problem && (
              <p role="alert" className="text-xs text-late-ink">
                {one.problem}
              </p>
            )}
          </>
        )}
        {one.share > 0 && one.share < 1 && (
          <progress value={one.share} aria-label={`Sending ${one.name}`} className="mt-1 h-1 w-full" />
        )}
      </div>
      <IconButton label={`Leave ${one.name} out`} disabled={isSending} onClick={onRemove}>
        <Icon name="x" size={16} />
      </IconButton>
    </li>
  );
}
