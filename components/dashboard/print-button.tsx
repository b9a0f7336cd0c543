"use client";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";

export function PrintButton() {
  return (
    <IconButton label="Print" variant="secondary" onClick={() => window.print()}>
      <Icon name="printer" size={16} />
    </IconButton>
  );
}
