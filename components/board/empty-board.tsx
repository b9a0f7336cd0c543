"use client";

import { useSyncExternalStore } from "react";
import { LinkButton } from "../ui/link-button";
import { useShopFacts } from "./shop-facts";
import { useBoard } from "./use-board";

/** What a board without a job says: where the first one comes from. */
export function EmptyBoard() {
  const store = useBoard();
  const { mayCreate } = useShopFacts();
  const isEmpty = useSyncExternalStore(
    store.subscribe,
    () => store.size === 0,
    () => false,
  );
  if (!isEmpty) return null;
  return (
    <div className="pointer-events-none absolute inset-0 z-10 grid place-items-center p-6">
      <div className="pointer-events-auto max-w-sm rounded-lg border border-line bg-raised p-6 text-center shadow-float">
        <p className="text-base font-semibold">No open jobs</p>
        <p className="mt-1 text-ink-muted">
          Take in the first one at the counter, or bring in the shop’s old job log.
        </p>
        {mayCreate && (
          <p className="mt-4 flex flex-wrap justify-center gap-2">
            <LinkButton href="/jobs/new" variant="primary">
              New job
            </LinkButton>
            <LinkButton href="/imports">Import</LinkButton>
          </p>
        )}
      </div>
    </div>
  );
}
