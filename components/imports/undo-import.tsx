"use client";
import { useState } from "react";
import type { ImportRowState } from "@/db/schema/imports";
import type { ImportKind } from "@/db/vocabulary";
import { undoImportAction } from "@/lib/imports/actions";
import { attempt, sayRefusal } from "../answers/attempt";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Icon } from "../ui/icon";
import { countRows } from "./import-words";

const taken: Record<ImportKind, string> = {
  customers: "The customers it made are removed, and those it added to are as they were.",
  powders: "The powders and lots it made are removed, and their stock is booked out again.",
  jobs: "The jobs it made are removed, and the customers it made with them.",
};

/** Takes a whole import back, once asked for in earnest. */
export function UndoImport({
  id,
  kind,
  states,
  locale,
}: {
  id: string;
  kind: ImportKind;
  states: Record<ImportRowState, number>;
  locale: string;
}) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button icon={<Icon name="undo-2" size={14} />} onClick={() => setIsAsking(true)}>
        {states.undone > 0 ? "Undo the rest" : "Undo this import"}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={`Take ${countRows(states.imported, locale)} back?`}
        confirm="Undo import"
        isDangerous
        onConfirm={() => sayRefusal(attempt(() => undoImportAction({ id })))}
      >
        <p>{taken[kind]} What somebody has worked on since is kept and listed here.</p>
        <p className="mt-2">
          It goes on in the background and can be stopped part way.
          {states.waiting > 0 && ` The ${countRows(states.waiting, locale)} not reached are left out.`}
        </p>
      </ConfirmDialog>
    </>
  );
}
