"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useDeferredValue, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import {
  filterFromParams,
  filterToParams,
  isFiltering,
  type JobFilter,
  matchesFilter,
} from "@/lib/jobs/job-filter";
import type { Card } from "@/lib/live/card";
import { jobProofNames } from "../approvals/proof-words";
import { FilterChoice } from "../lists/filter-choice";
import { useLiveState } from "../live/live-stream";
import { Icon } from "../ui/icon";
import type { BoardStore } from "./board-store";
import { useShopFacts } from "./shop-facts";
import { useMembers } from "./use-board";

/** The board's filters: in the address, so that a view can be shared, and never silent about what they hide. */
export function FilterBar({ store }: { store: BoardStore }) {
  const params = useHeldParams();
  const change = useChangeAddress();
  const filter = useMemo(() => filterFromParams(new URLSearchParams(params.toString())), [params]);
  const applied = useDeferredValue(filter);
  const { today } = useShopFacts();
  const members = useMembers();

  useEffect(() => {
    store.filterBy((card) => matchesFilter(card, applied, today));
  }, [store, applied, today]);

  const set = (fields: Partial<JobFilter>) => {
    const next = filterToParams({ ...filter, ...fields }, new URLSearchParams(params.toString()));
    change(next);
  };

  const colours = useChoices(store, (card) =>
    card.coats.map((coat) => [coat.code || coat.name, `${coat.code} ${coat.name}`.trim()]),
  );
  const customers = useChoices(store, (card) => [[card.customer.id, card.customer.name]]);
  const proofs = useChoices(store, ({ proof }) => (proof ? [[proof, jobProofNames[proof]]] : []));
  const isOn = isFiltering(filter);
  const search = useRef<HTMLInputElement>(null);

  // Shows what the address says after Clear or a step back, and never under somebody's typing.
  useEffect(() => {
    const field = search.current;
    if (field && field !== document.activeElement) field.value = filter.q;
  }, [filter.q]);

  return (
    <search className="relative flex items-center gap-2 px-4 py-2.5 max-lg:flex-col max-lg:items-stretch">
      <label className="relative flex min-w-44 flex-1 items-center max-lg:flex-none lg:max-w-64">
        <Icon name="search" size={14} className="pointer-events-none absolute left-2.5 text-ink-faint" />
        <span className="sr-only">Find on the board</span>
        <input
          ref={search}
          data-page-search
          type="search"
          defaultValue={filter.q}
          placeholder="Number, customer, part, PO"
          className="ui-control ui-line pl-8"
          onChange={(event) => set({ q: event.currentTarget.value })}
        />
      </label>
      <div className="relative -m-1 flex min-w-0 items-center gap-2 overflow-x-auto p-1">
        <FilterChoice
          label="Customer"
          value={filter.customer}
          choices={customers}
          onChange={(customer) => set({ customer })}
        />
        <FilterChoice
          label="Colour"
          value={filter.colour}
          choices={colours}
          onChange={(colour) => set({ colour })}
        />
        <FilterChoice
          label="Assignee"
          value={filter.assignee}
          choices={[
            ["nobody", "Nobody"],
            ...members.filter((one) => !one.isDisabled).map((one) => [one.id, one.name] as const),
          ]}
          onChange={(assignee) => set({ assignee })}
        />
        <FilterChoice
          label="Due"
          value={filter.due}
          choices={dueChoices}
          onChange={(due) => set({ due: due as JobFilter["due"] })}
        />
        {(proofs.length > 0 || filter.proof) && (
          <FilterChoice
            label="Proof"
            value={filter.proof}
            choices={Object.entries(jobProofNames)}
            onChange={(proof) => set({ proof: proof as JobFilter["proof"] })}
          />
        )}
        {isOn && (
          <button
            type="button"
            className="flex h-8 shrink-0 items-center gap-1 rounded-sm px-2 text-accent-ink hover:bg-hover max-lg:order-first pointer-coarse:h-11"
            onClick={() => change(new URLSearchParams())}
          >
            <Icon name="x" size={14} />
            Clear
          </button>
        )}
        {isOn && <HiddenCount store={store} />}
      </div>
      <LiveMark />
    </search>
  );
}

const board = "/board";

/** The board's own part of the address: a job opened over the board has another, and hides no card. */
function useHeldParams(): URLSearchParams {
  const now = useSearchParams().toString();
  const isHere = usePathname() === board;
  const [held, setHeld] = useState(now);
  if (isHere && held !== now) setHeld(now);
  return useMemo(() => new URLSearchParams(held), [held]);
}

function useChangeAddress(): (params: URLSearchParams) => void {
  const isHere = usePathname() === board;
  const router = useRouter();
  return (params) => {
    const address = params.size > 0 ? `${board}?${params}` : board;
    if (isHere) window.history.replaceState(null, "", address);
    else router.push(address);
  };
}

const dueChoices = [
  ["overdue", "Overdue"],
  ["today", "Today"],
  ["week", "Next 7 days"],
  ["none", "No date"],
] as const;

/** The values that the board's own cards have, by name. */
function useChoices(store: BoardStore, of: (card: Card) => (readonly [string, string])[]) {
  const seq = useSyncExternalStore(
    store.subscribe,
    () => store.seq,
    () => 0,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cards change with seq
  return useMemo(() => {
    const found = new Map([...store.all()].flatMap(of));
    return [...found].sort(([, one], [, other]) => one.localeCompare(other));
  }, [store, seq]);
}

function HiddenCount({ store }: { store: BoardStore }) {
  const count = () =>
    [...store.all()].length - store.stages.reduce((sum, stage) => sum + store.column(stage.id).length, 0);
  const hidden = useSyncExternalStore(store.subscribe, count, () => 0);
  return (
    <p role="status" className="shrink-0 text-ink-muted max-lg:order-first">
      {hidden === 1 ? "1 job hidden" : `${hidden} jobs hidden`}
    </p>
  );
}

function LiveMark() {
  const state = useLiveState();
  if (state === "live") return null;
  return (
    <p
      role="status"
      className="pointer-events-none ml-auto text-risk-ink data-[brief=true]:max-lg:absolute data-[brief=true]:max-lg:top-4 data-[brief=true]:max-lg:right-7"
      data-brief={state === "connecting"}
    >
      {state === "offline" ? "Offline. Moves wait for a connection." : "Connecting…"}
    </p>
  );
}
