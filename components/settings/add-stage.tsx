"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { StageDialog } from "./stage-dialog";

export function AddStage() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        Add a stage
      </Button>
      <StageDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}
