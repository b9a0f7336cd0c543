"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { IntakeFacts } from "@/lib/jobs/intake-facts";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Sheet } from "../ui/sheet";
import { IntakeForm } from "./intake-form";

/** The intake over the board. Leaving it keeps what was typed for the next time. */
export function IntakeSheet({ facts }: { facts: IntakeFacts }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(true);
  const close = () => {
    setIsOpen(false);
    router.back();
  };
  return (
    <Sheet
      isOpen={isOpen}
      isModal
      onClose={close}
      title="New job"
      width={960}
      actions={
        <IconButton label="Open as a page" onClick={() => window.location.assign("/jobs/new")}>
          <Icon name="maximize-2" size={16} />
        </IconButton>
      }
    >
      <div className="flex min-h-full flex-col bg-paper px-4 pt-4 [--bottom-bar:0px]">
        <IntakeForm facts={facts} onTakenIn={close} />
      </div>
    </Sheet>
  );
}
