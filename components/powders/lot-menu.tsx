"use client";
import { useRouter } from "next/navigation";
import { type ComponentType, useState } from "react";
import { takeBackRetestAction } from "@/lib/powders/actions";
import type { PowderLot } from "@/lib/powders/get-powder";
import { attempt, sayRefusal } from "../answers/attempt";
import type { ListFacts } from "../lists/list-facts";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuItem } from "../ui/menu";
import { EditLotDialog } from "./edit-lot-dialog";
import { CountDialog, WasteDialog } from "./lot-dialogs";
import { lotInside, lotName } from "./lot-words";
import { RetestDialog } from "./retest-dialog";

const dialogs = { count: CountDialog, waste: WasteDialog, retest: RetestDialog, edit: EditLotDialog };

type LotMenuProps = {
  lot: PowderLot;
  facts: ListFacts;
  /** The ledger with this lot's lines alone. */
  linesHref: string;
  /** It is past its day: the retest stands beside the menu. */
  isDue: boolean;
};

/** What can be done to a lot. */
export function LotMenu({ lot, facts, linesHref, isDue }: LotMenuProps) {
  const router = useRouter();
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const Opened: ComponentType<{ lot: PowderLot; facts: ListFacts; onClose: () => void }> | null =
    open && dialogs[open];
  return (
    <span className="inline-flex items-center gap-1">
      {isDue && lot.onHandMg > 0 && (
        <Button size="sm" onClick={() => setOpen("retest")} aria-label={`Retest ${lotInside(lot.label)}`}>
          Retest
        </Button>
      )}
      <Menu
        label={lotName(lot.label)}
        trigger={
          <IconButton label={`More for ${lotInside(lot.label)}`}>
            <Icon name="ellipsis" size={16} />
          </IconButton>
        }
      >
        <MenuItem icon={<Icon name="scale" size={14} />} onSelect={() => setOpen("count")}>
          Count…
        </MenuItem>
        <MenuItem
          icon={<Icon name="trash" size={14} />}
          isDisabled={lot.onHandMg === 0}
          onSelect={() => setOpen("waste")}
        >
          Write off…
        </MenuItem>
        <MenuItem icon={<Icon name="flask-conical" size={14} />} onSelect={() => setOpen("retest")}>
          Retest…
        </MenuItem>
        {lot.retestedOn && (
          <MenuItem
            icon={<Icon name="undo-2" size={14} />}
            onSelect={() => void sayRefusal(attempt(() => takeBackRetestAction({ lotId: lot.id })))}
          >
            Take the retest back
          </MenuItem>
        )}
        <MenuItem icon={<Icon name="pencil" size={14} />} onSelect={() => setOpen("edit")}>
          Edit…
        </MenuItem>
        <MenuItem
          icon={<Icon name="list-ordered" size={14} />}
          onSelect={() => router.push(linesHref, { scroll: false })}
        >
          Its lines in the ledger
        </MenuItem>
      </Menu>
      {Opened && <Opened lot={lot} facts={facts} onClose={() => setOpen(null)} />}
    </span>
  );
}
