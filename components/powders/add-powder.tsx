"use client";
import type { ListFacts } from "../lists/list-facts";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { LazyDialog } from "../ui/lazy-dialog";

/** Opens the dialog of a new powder. */
export function AddPowder({ facts, seesPrices }: { facts: ListFacts; seesPrices: boolean }) {
  return (
    <LazyDialog
      trigger={
        <Button variant="primary" icon={<Icon name="plus" size={16} />}>
          Add powder
        </Button>
      }
      load={() => import("./powder-dialog")}
      props={{ powder: null, facts, seesPrices }}
    />
  );
}
