"use client";
import { useEffect, useRef, useState } from "react";
import { places } from "./places";
import { areKeysOn, switchKeys } from "./single-keys";

type Line = { does: string; keys: string[] };

const groups: { name: string; lines: Line[] }[] = [
  {
    name: "Everywhere",
    lines: [
      { does: "Search and commands", keys: ["⌘K", "Ctrl K"] },
      { does: "Search this page", keys: ["/"] },
      { does: "New job", keys: ["C"] },
      { does: "These keys", keys: ["?"] },
    ],
  },
  {
    name: "Go to",
    lines: places.map((place) => ({ does: place.name, keys: [`G ${place.key.toUpperCase()}`] })),
  },
  {
    name: "On the board",
    lines: [
      { does: "Another card", keys: ["← ↑ → ↓"] },
      { does: "Open the card", keys: ["Enter"] },
      { does: "Pick up, then arrows and drop", keys: ["Space"] },
      { does: "Move to a stage", keys: ["M"] },
      { does: "Assign", keys: ["A"] },
    ],
  },
];

export default function KeyList({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOn, setIsOn] = useState(areKeysOn);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      closedby="any"
      onClose={onClose}
      aria-labelledby="key-list-title"
      className="m-auto w-[min(640px,calc(100vw-24px))] rounded-lg border bg-raised p-5 text-ink shadow-float backdrop:bg-veil open:animate-rise"
    >
      <h2 id="key-list-title" className="text-lg font-semibold">
        Keys
      </h2>
      <div className="mt-3 gap-8 sm:columns-2">
        {groups.map((group) => (
          <section key={group.name} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 font-semibold text-ink-muted">{group.name}</h3>
            <dl>
              {group.lines.map((line) => (
                <div key={line.does} className="flex items-baseline justify-between gap-4 py-1">
                  <dt>{line.does}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {line.keys.map((key) => (
                      <kbd key={key} className="rounded-sm border bg-paper px-1.5 font-sans text-xs">
                        {key}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="flex items-center justify-between gap-4 border-t pt-4">
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            className="ui-switch"
            checked={isOn}
            onChange={(event) => {
              switchKeys(event.target.checked);
              setIsOn(event.target.checked);
            }}
          />
          Single-key shortcuts on this device
        </label>
        <button
          type="button"
          onClick={() => dialog.current?.close()}
          className="rounded-sm border px-3 py-1.5 hover:bg-hover"
        >
          Close
        </button>
      </div>
    </dialog>
  );
}
