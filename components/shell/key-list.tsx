"use client";
import { type ChangeEvent, useState } from "react";
import { Dialog, DialogBody } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import { Switch } from "../ui/switch";
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
    ],
  },
  {
    name: "On an open job",
    lines: [
      { does: "Move to a stage", keys: ["M"] },
      { does: "Assign", keys: ["A"] },
      { does: "Comment", keys: ["C"] },
      { does: "Due date", keys: ["E"] },
      { does: "Priority", keys: ["P"] },
      { does: "Add pictures", keys: ["F"] },
      { does: "Send what is typed", keys: ["Ctrl ↵"] },
    ],
  },
];

/** Every key there is, and the switch that turns single ones off. */
export default function KeyList({ onClose }: { onClose: () => void }) {
  const [isOn, setIsOn] = useState(areKeysOn);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    switchKeys(event.target.checked);
    setIsOn(event.target.checked);
  };
  return (
    <Dialog isOpen onClose={onClose} title="Keys">
      <DialogBody label="Every key" className="gap-8 sm:columns-2">
        {groups.map((group) => (
          <section key={group.name} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 font-semibold text-ink-muted">{group.name}</h3>
            <dl>
              {group.lines.map((line) => (
                <div key={line.does} className="flex items-baseline justify-between gap-4 py-1">
                  <dt>{line.does}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {line.keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </DialogBody>
      <div className="border-t px-5 py-3">
        <Switch label="Single-key shortcuts on this device" checked={isOn} onChange={choose} />
      </div>
    </Dialog>
  );
}
