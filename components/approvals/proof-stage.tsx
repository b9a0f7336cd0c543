"use client";
import type { ReactNode } from "react";
import { type ProofVersionView, pageAddress } from "@/lib/approvals/proof-view";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Select } from "../ui/select";
import { Spinner } from "../ui/spinner";
import type { PlacedPin } from "./canvas-frame";
import type { CanvasPin } from "./canvas-pin";
import { ProofCanvas } from "./proof-canvas";
import { ProofCompare } from "./proof-compare";
import { threadsOf } from "./proof-pins";
import { proofStateNames, proofStateTones, tellingState } from "./proof-words";
import type { CanvasLook } from "./use-canvas";

type ProofStageProps = CanvasLook & {
  title: string;
  version: ProofVersionView;
  /** Another version to lie beside it, and the choice of which. */
  beside?: ProofVersionView;
  versions: readonly ProofVersionView[];
  onBeside: (number: number) => void;
  pins: readonly CanvasPin[];
  chosen: string | null;
  onChoose: (id: string) => void;
  /** Absent for who may not comment. */
  onPlacing?: () => void;
  isPlacing: boolean;
  onPlace: (pin: PlacedPin) => void;
};

/** The picture, as large as there is room: a version alone with its pins, or two side by side. */
export function ProofStage(props: ProofStageProps) {
  const {
    title,
    version,
    beside,
    versions,
    onBeside,
    pins,
    chosen,
    onChoose,
    onPlacing,
    isPlacing,
    onPlace,
    ...look
  } = props;
  if (version.pages.length === 0) return <NothingDrawn version={version} />;
  if (!beside) {
    return (
      <ProofCanvas
        {...look}
        name={`${title}, version ${version.number}`}
        pages={pagesOf(version)}
        pins={pins}
        chosenPin={chosen}
        onChoosePin={onChoose}
        onPlacePin={isPlacing ? onPlace : undefined}
        className="min-h-0 flex-1"
      >
        {onPlacing && (
          <Button
            size="sm"
            variant={isPlacing ? "primary" : "secondary"}
            aria-pressed={isPlacing}
            icon={<Icon name="map-pin" size={14} />}
            onClick={onPlacing}
          >
            {isPlacing ? "Tap where" : "Add a pin"}
          </Button>
        )}
      </ProofCanvas>
    );
  }
  const [older, newer] = [version, beside].sort((one, other) => one.number - other.number);
  if (!older || !newer) return null;
  const side = (one: ProofVersionView) => ({
    name: `${title}, version ${one.number}`,
    pages: pagesOf(one),
    pins: one === version ? pins : threadsOf(one).flatMap(({ pin }) => pin ?? []),
    head: (
      <SideHead version={one}>
        {one === beside && versions.length > 2 && (
          <Select
            aria-label="Version beside it"
            className="ml-auto w-36"
            value={one.number}
            onChange={(event) => onBeside(Number(event.target.value))}
          >
            {versions
              .filter((other) => other !== version)
              .map((other) => (
                <option key={other.id} value={other.number}>
                  Version {other.number}
                </option>
              ))}
          </Select>
        )}
      </SideHead>
    ),
  });
  return (
    <ProofCompare
      {...look}
      older={side(older)}
      newer={side(newer)}
      chosenPin={chosen}
      onChoosePin={onChoose}
      className="min-h-0 flex-1"
    />
  );
}

const pagesOf = ({ pages }: ProofVersionView) =>
  pages.map(({ id, width, height }) => ({ url: pageAddress(id), width, height }));

const SideHead = ({ version, children }: { version: ProofVersionView; children: ReactNode }) => (
  <>
    <span className="font-medium">Version {version.number}</span>
    <Badge tone={proofStateTones[tellingState(version)]}>{proofStateNames[tellingState(version)]}</Badge>
    {children}
  </>
);

function NothingDrawn({ version }: { version: ProofVersionView }) {
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-3 bg-sunken p-6 text-center">
      {version.isDrawn || version.problem ? (
        <p className="max-w-sm">{version.problem || "It has no pages."}</p>
      ) : (
        <>
          <Spinner />
          <p className="text-ink-muted">Drawing the pages of {version.file.name}</p>
        </>
      )}
    </div>
  );
}
