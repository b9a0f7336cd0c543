"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { buttonClass } from "../ui/button-class";
import { Icon } from "../ui/icon";
import { Sheet } from "../ui/sheet";

/** A job over the board, at the job's own address; closing goes back to the board as it was. */
export function JobPanel({ number, children }: { number: number; children: ReactNode }) {
  const router = useRouter();
  return (
    <Sheet
      isOpen
      onClose={() => router.back()}
      title={<span className="sr-only">Job {number}</span>}
      width={920}
      actions={
        // A plain link: inside the app the same address would open this panel again.
        <a href={`/jobs/${number}`} className={buttonClass({ variant: "quiet", size: "sm" })}>
          <Icon name="maximize-2" size={14} />
          Open as a page
        </a>
      }
    >
      {children}
    </Sheet>
  );
}
