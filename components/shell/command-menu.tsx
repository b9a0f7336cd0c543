"use client";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Permission } from "@/db/vocabulary";
import { Icon } from "../ui/icon";
import { type MenuAction, menuActions } from "./menu-actions";
import { MenuFound } from "./menu-found";
import { menuLine } from "./menu-line";
import { PlaceIcon } from "./place-icon";
import { placesFor } from "./places";
import { useFound } from "./use-found";

type CommandMenuProps = { held: readonly Permission[]; onClose: () => void; onKeys: () => void };

const group =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-faint";

/** Every place, action, job, customer and powder, by typing. */
export default function CommandMenu({ held, onClose, onKeys }: CommandMenuProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState("");
  const { found, problem, isAsking } = useFound(query);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector("input")?.focus();
  }, []);

  const go = (href: string) => {
    dialog.current?.close();
    router.push(href);
  };
  const run = (action: MenuAction) => {
    if (action.href) return go(action.href);
    dialog.current?.close();
    if (action.id === "keys") onKeys();
    else action.run?.();
  };
  const places = placesFor(held).filter((place) => fits(place.name, query));
  const actions = menuActions.filter(
    (one) => (!one.needs || held.includes(one.needs)) && fits(one.name, query),
  );

  return (
    <dialog
      ref={dialog}
      closedby="any"
      onClose={onClose}
      aria-label="Search and commands"
      className="mx-auto mt-[12dvh] mb-auto max-h-[76dvh] w-[min(620px,calc(100vw-16px))] overflow-hidden rounded-lg border bg-raised text-ink shadow-float backdrop:bg-veil open:animate-rise max-md:mt-2"
    >
      <Command shouldFilter={false} loop label="Search and commands" className={group}>
        <Command.Input
          value={query}
          onValueChange={setQuery}
          maxLength={100}
          placeholder="Job number, customer, powder, or what you want to do"
          className="w-full border-b bg-transparent px-4 py-3.5 text-base outline-none"
        />
        <Command.List className="max-h-[min(60dvh,480px)] overflow-y-auto p-1.5">
          <MenuFound found={found} onGo={go} />
          {places.length > 0 && (
            <Command.Group heading="Go to">
              {places.map((place) => (
                <Command.Item
                  key={place.id}
                  value={place.id}
                  onSelect={() => go(place.href)}
                  className={menuLine}
                >
                  <PlaceIcon id={place.id} size={18} />
                  <span className="flex-1">{place.name}</span>
                  <kbd className="font-sans text-xs text-ink-faint">G {place.key.toUpperCase()}</kbd>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {actions.length > 0 && (
            <Command.Group heading="Do">
              {actions.map((action) => (
                <Command.Item
                  key={action.id}
                  value={action.id}
                  onSelect={() => run(action)}
                  className={menuLine}
                >
                  <Icon name={action.icon} size={18} className="stroke-[1.75]" />
                  <span className="flex-1">{action.name}</span>
                  {action.key && <kbd className="font-sans text-xs text-ink-faint">{action.key}</kbd>}
                </Command.Item>
              ))}
            </Command.Group>
          )}
          <Command.Empty className="px-3 py-6 text-center text-ink-muted">
            {problem ?? (isAsking ? "Looking…" : `Nothing called “${query}”.`)}
          </Command.Empty>
        </Command.List>
      </Command>
    </dialog>
  );
}

/** A name fits when each typed word begins one of its words. */
function fits(name: string, query: string): boolean {
  const words = name.toLowerCase().split(" ");
  return query
    .toLowerCase()
    .split(" ")
    .every((typed) => words.some((word) => word.startsWith(typed)));
}
