"use client";
import { Download, Ellipsis, Eye, Lock, Trash2 } from "lucide-react";
import type { ViewedFile } from "@/lib/jobs/job-view";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuItem, MenuRule } from "../ui/menu";
import { CategoryItems } from "./category-items";
import { downloadFile } from "./download-file";
import type { useFileChange } from "./use-file-change";

type FileMenuProps = { change: ReturnType<typeof useFileChange>; mayEdit: boolean };

/** Everything that can be done to a file, under one button. */
export function FileMenu({ change, mayEdit }: FileMenuProps) {
  const { shown, turn, fileUnder, take } = change;
  return (
    <Menu
      label={shown.name}
      trigger={
        <IconButton label={`More for ${shown.name}`} size="sm">
          <Ellipsis size={14} aria-hidden />
        </IconButton>
      }
    >
      <MenuItem icon={<Download size={14} aria-hidden />} onSelect={() => downloadFile(shown.id)}>
        Download
      </MenuItem>
      {mayEdit && <Sharing file={shown} onTurn={turn} />}
      {mayEdit && (
        <MenuItem icon={<Trash2 size={14} aria-hidden />} onSelect={take}>
          Take away
        </MenuItem>
      )}
      {mayEdit && shown.category !== "proof" && (
        <>
          <MenuRule />
          <CategoryItems chosen={shown.category} onChoose={fileUnder} />
        </>
      )}
    </Menu>
  );
}

function Sharing({ file, onTurn }: { file: ViewedFile; onTurn: () => void }) {
  const isShared = file.visibility === "shared";
  const Icon = isShared ? Lock : Eye;
  return (
    <MenuItem icon={<Icon size={14} aria-hidden />} onSelect={onTurn}>
      {isShared ? "Make private" : "Share with the customer"}
    </MenuItem>
  );
}
