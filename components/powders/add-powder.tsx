"use client";
import { Plus } from "lucide-react";
import type { ListFacts } from "../lists/list-facts";
import { Button } from "../ui/button";
import { LazyDialog } from "../ui/lazy-dialog";

/** Opens the dialog of a new powder. */
export function AddPowder({ facts, seesPrices }: { facts: ListFacts; seesPrices: boolean }) {
  return (
    <LazyDialog
      trigger={
        <Button variant="primary" icon={<Plus size={16} aria-hidden />}>
          Add powder
        </Button>
      }
      load={() => import("./powder-dialog")}
      props={{ powder: null, facts, seesPrices }}
    />
  );
}
