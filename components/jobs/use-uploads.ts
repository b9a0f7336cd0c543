import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "../ui/toast";
import { type UploadTo, upload } from "./upload";

export type Underway = { id: number; name: string; share: number };

let lastId = 0;

/** Files on their way to a job that exists: what is underway, and a way to send more. The page shows them when they are there. */
export function useUploads(job: number) {
  const router = useRouter();
  const [underway, setUnderway] = useState<Underway[]>([]);

  const send = async (file: File, part?: string) => {
    const id = ++lastId;
    const to: UploadTo = { job, part };
    setUnderway((now) => [...now, { id, name: file.name, share: 0 }]);
    const { sent } = upload(file, to, (share) =>
      setUnderway((now) => now.map((one) => (one.id === id ? { ...one, share } : one))),
    );
    const answer = await sent;
    setUnderway((now) => now.filter((one) => one.id !== id));
    if (!answer.ok)
      toast.problem(answer.message.includes(file.name) ? answer.message : `${file.name}: ${answer.message}`);
    return answer.ok;
  };

  const sendAll = async (files: readonly File[], part?: string) => {
    const sent = await Promise.all(files.map((file) => send(file, part)));
    if (sent.some(Boolean)) router.refresh();
  };

  return { underway, sendAll };
}
