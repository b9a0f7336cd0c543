"use client";
import type { ReactNode } from "react";
import { Icon } from "../ui/icon";
import { DropZone } from "./drop-zone";
import { addFiles, type FileOwner } from "./uploads";
import { useAddAs } from "./use-uploads";

type FilesDropZoneProps = {
  owner: FileOwner;
  customer: string;
  isOff: boolean;
  children: ReactNode;
  className: string;
};

/** A whole job or customer as a place to drop and paste files; it says who will see them before they are let go. */
export function FilesDropZone({ owner, customer, isOff, children, className }: FilesDropZoneProps) {
  const isShared = useAddAs(owner).visibility === "shared";
  return (
    <DropZone
      onFiles={(files) => addFiles(owner, files)}
      isOff={isOff}
      invitation={
        isShared ? (
          <span className="flex items-center gap-2 rounded-sm bg-risk-wash px-3 py-2 font-semibold text-risk-ink">
            <Icon name="eye" size={20} />
            Drop files here to share them with {customer}
          </span>
        ) : undefined
      }
      className={className}
    >
      {children}
    </DropZone>
  );
}
