"use client";
import type { ProofVersionView } from "@/lib/approvals/proof-view";
import { Icon } from "../ui/icon";
import { proofStateNames, tellingState } from "./proof-words";

type VersionTabsProps = {
  versions: readonly ProofVersionView[];
  shown: number;
  onShow: (number: number) => void;
  isComparing: boolean;
  onCompare: () => void;
};

/** The versions of a proof, the newest first, and two of them side by side. */
export function VersionTabs({ versions, shown, onShow, isComparing, onCompare }: VersionTabsProps) {
  if (versions.length < 2) return null;
  return (
    <div className="flex items-center gap-2 border-b px-3 py-1.5 print:hidden">
      <fieldset className="relative flex min-w-0 gap-1 overflow-x-auto [scrollbar-width:none]">
        <legend className="sr-only">Version</legend>
        {versions.map((version) => (
          <label
            key={version.id}
            className="flex h-8 shrink-0 items-center gap-1.5 rounded-sm px-2.5 text-ink-muted has-checked:bg-press has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 pointer-coarse:h-11"
          >
            <input
              type="radio"
              name="version"
              className="sr-only"
              checked={version.number === shown}
              onChange={() => onShow(version.number)}
            />
            Version {version.number}
            <span className="text-xs font-normal text-ink-faint max-sm:hidden">
              {proofStateNames[tellingState(version)]}
            </span>
          </label>
        ))}
      </fieldset>
      <label className="ml-auto flex h-8 shrink-0 items-center gap-1.5 rounded-sm border px-2.5 text-ink-muted has-checked:bg-press has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 pointer-coarse:h-11">
        <input type="checkbox" className="sr-only" checked={isComparing} onChange={onCompare} />
        <Icon name="columns-2" size={14} />
        Side by side
      </label>
    </div>
  );
}
