import { useState } from "react";
import { addProofVersionAction } from "@/lib/approvals/actions";
import type { Answer } from "@/lib/entry/answer";
import type { AddedFile } from "@/lib/files/add-file";
import { attempt } from "../answers/attempt";
import { putFile } from "../jobs/upload";

/** A file that shall be a proof: on this device, or on the job already. */
export type ChosenFile = {
  key: string;
  title: string;
  name: string;
  file: File | null;
  fileId: string | null;
  /** The picture as the job has it. */
  preview: string | null;
  share: number;
  problem: string | null;
};

type MadeProof = { proofId: string };
type Of = { proofId: string | null; note: string };

const titleOf = (name: string) => name.replace(/\.[^.]+$/, "").slice(0, 120);

/** The files chosen to be proofs of a job, and the way to make them so one after another; what fails stays, with why. */
export function useNewProofs(job: number, first: readonly File[], isSingle: boolean) {
  const [chosen, setChosen] = useState<ChosenFile[]>(() => first.map(ofFile));
  const [isSending, setIsSending] = useState(false);

  const join = (added: ChosenFile[]) =>
    setChosen((now) => (isSingle ? added.slice(0, 1) : [...now, ...added]));
  const add = (files: readonly File[]) => join(files.map(ofFile));
  const addKept = (fileId: string, name: string, preview: string) =>
    join([{ ...fresh, key: fileId, fileId, name, title: titleOf(name), preview }]);

  const update = (key: string, changed: Partial<ChosenFile>) =>
    setChosen((now) => now.map((one) => (one.key === key ? { ...one, ...changed } : one)));

  /** Resolves to the proofs that were made; those that were not are still chosen. */
  const send = async ({ proofId, note }: Of): Promise<MadeProof[]> => {
    setIsSending(true);
    const made: MadeProof[] = [];
    for (const one of chosen) {
      const file = await bring(one);
      const answer = file.ok
        ? await attempt(() =>
            addProofVersionAction({ number: job, proofId, title: one.title, note, fileId: file.value.id }),
          )
        : file;
      if (!answer.ok) update(one.key, { problem: answer.message, share: 0 });
      else {
        made.push(answer.value);
        setChosen((now) => now.filter((other) => other.key !== one.key));
      }
    }
    setIsSending(false);
    return made;
  };
  const bring = async (one: ChosenFile): Promise<Answer<{ id: string }>> => {
    if (one.fileId || !one.file) return { ok: true, value: { id: one.fileId ?? "" } };
    update(one.key, { problem: null });
    const query = new URLSearchParams({ name: one.name, job: String(job), category: "proof" });
    const answer = await putFile<AddedFile>(`/api/files?${query}`, one.file, (share) =>
      update(one.key, { share }),
    ).sent;
    if (answer.ok) update(one.key, { fileId: answer.value.id });
    return answer;
  };

  const remove = (key: string) => setChosen((now) => now.filter((one) => one.key !== key));
  const rename = (key: string, title: string) => update(key, { title });
  return { chosen, isSending, add, addKept, rename, remove, send };
}

const fresh = { file: null, fileId: null, preview: null, share: 0, problem: null };

const ofFile = (file: File): ChosenFile => ({
  ...fresh,
  key: crypto.randomUUID(),
  file,
  name: file.name,
  title: titleOf(file.name),
});
