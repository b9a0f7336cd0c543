import { useRef, useState } from "react";
import type { Answer } from "@/lib/entry/answer";
import type { AddedFile } from "@/lib/files/add-file";
import type { IntakeFile } from "./intake";
import { mayRetry, upload } from "./upload";

export type SentFile = {
  key: number;
  name: string;
  /** The picture as this device has it. */
  preview: string | null;
  share: number;
  problem: string | null;
  mayRetry: boolean;
};

let lastKey = 0;

/** Files uploaded before their job exists: those underway or refused, and the wait for all of them. */
export function useNewFiles(onAdded: (file: IntakeFile) => void) {
  const [underway, setUnderway] = useState<SentFile[]>([]);
  const waiting = useRef(new Map<number, { sent: Promise<Answer<AddedFile>>; cancel: () => void }>());
  const refused = useRef(new Map<number, File>());

  const update = (key: number, changed: Partial<SentFile>) =>
    setUnderway((now) => now.map((one) => (one.key === key ? { ...one, ...changed } : one)));

  const start = async (key: number, file: File) => {
    const { sent, cancel } = upload(file, {}, (share) => update(key, { share }));
    waiting.current.set(key, { sent, cancel });
    const answer = await sent;
    if (!answer.ok) {
      waiting.current.delete(key);
      if (!answer.message) return drop(key);
      refused.current.set(key, file);
      return update(key, { problem: answer.message, mayRetry: mayRetry(answer.code) });
    }
    const { id, name, contentType } = answer.value;
    onAdded({ id, name, contentType });
    waiting.current.delete(key);
    drop(key);
  };

  const drop = (key: number) => {
    refused.current.delete(key);
    setUnderway((now) => {
      const gone = now.find((one) => one.key === key);
      if (gone?.preview) URL.revokeObjectURL(gone.preview);
      return now.filter((one) => one.key !== key);
    });
  };

  const add = (files: readonly File[]) => {
    for (const file of files) {
      const key = ++lastKey;
      const preview = file.type.startsWith("image/") ? URL.createObjectURL(file) : null;
      setUnderway((now) => [
        ...now,
        { key, name: file.name, preview, share: 0, problem: null, mayRetry: false },
      ]);
      void start(key, file);
    }
  };

  return {
    underway,
    add,
    remove: (key: number) => {
      waiting.current.get(key)?.cancel();
      drop(key);
    },
    retry: (key: number) => {
      const file = refused.current.get(key);
      if (!file) return;
      refused.current.delete(key);
      update(key, { share: 0, problem: null });
      void start(key, file);
    },
    /** Resolves when nothing is underway any more; false when something was refused meanwhile. */
    settled: async () => {
      const answers = await Promise.all([...waiting.current.values()].map(({ sent }) => sent));
      return answers.every((answer) => answer.ok);
    },
    isBusy: underway.some((one) => one.problem === null),
  };
}
