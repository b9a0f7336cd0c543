"use client";
import type { ViewedFile } from "@/lib/jobs/job-view";
import { Icon } from "../ui/icon";
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
          <Icon name="ellipsis" size={14} />
        </IconButton>
      }
    >
      <MenuItem icon={<Icon name="download" size={14} />} onSelect={() => downloadFile(shown.id)}>
        Download
      </MenuItem>
      {mayEdit && <Sharing file={shown} onTurn={turn} />}
      {mayEdit && (
        <MenuItem icon={<Icon name="trash" size={14} />} onSelect={take}>
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
  return (
    <MenuItem icon={<Icon name={isShared ? "lock" : "eye"} size={14} />} onSelect={onTurn}>
      {isShared ? "Make private" : "Share with the customer"}
    </MenuItem>
  );
}
