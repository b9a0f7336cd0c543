"use client";
import { Printer } from "lucide-react";
import { IconButton } from "../ui/icon-button";

export function PrintButton() {
  return (
    <IconButton label="Print" variant="secondary" onClick={() => window.print()}>
      <Printer size={16} aria-hidden />
    </IconButton>
  );
}
