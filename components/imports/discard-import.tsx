"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { discardImportAction } from "@/lib/imports/actions";
import { attempt, sayRefusal } from "../answers/attempt";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { toast } from "../ui/toast";

type DiscardImportProps = { id: string; fileName: string; isInList?: boolean };

/** Throws away an upload that was never brought in, once asked for in earnest. */
export function DiscardImport({ id, fileName, isInList }: DiscardImportProps) {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const ask = () => setIsAsking(true);
  const discard = async () => {
    if (!(await sayRefusal(attempt(() => discardImportAction({ id }))))) return;
    toast(`“${fileName}” is discarded`);
    if (isInList) router.refresh();
    else router.push("/imports");
  };
  return (
    <>
      {isInList ? (
        <IconButton label={`Discard ${fileName}`} onClick={ask}>
          <Icon name="trash" size={16} />
        </IconButton>
      ) : (
        <Button variant="quiet" icon={<Icon name="trash" size={14} />} onClick={ask}>
          <span className="max-sm:sr-only">Discard</span>
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={`Discard “${fileName}”?`}
        confirm="Discard"
        isDangerous
        onConfirm={discard}
      >
        <p>
          The upload goes, with its columns and answers. Nothing of it was brought in, so the shop stays as it
          is; the file on your computer is not touched.
        </p>
      </ConfirmDialog>
    </>
  );
}
