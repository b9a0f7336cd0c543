"use client";
import { Ellipsis, ImagePlus, Trash2 } from "lucide-react";
import { editPartAction, restorePartAction, retirePartAction } from "@/lib/jobs/actions";
import type { PartFields } from "@/lib/jobs/edit-input";
import type { JobView, ViewedFile, ViewedPart } from "@/lib/jobs/job-view";
import { areaUnit, fromSquareCentimetres, toSquareCentimetres } from "@/lib/measures/area";
import { formatArea } from "@/lib/measures/format-area";
import { readTypedNumber, writeTypedNumber } from "@/lib/measures/typed-number";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuItem } from "../ui/menu";
import { changeWithUndo } from "./attempt";
import { EditableLine } from "./editable-line";
import { FileStrip } from "./file-strip";
import { moneyField } from "./money-field";
import { PartFinish } from "./part-finish";
import { SubstrateChoice } from "./substrate-choice";

type PartCardProps = {
  job: JobView;
  part: ViewedPart;
  files: ViewedFile[];
  onAddFiles: (partId: string) => void;
};

const text = { write: (value: string) => value, show: (value: string) => value };
const free = { ...text, read: (typed: string) => ({ value: typed.trim() }) };
const named = {
  ...text,
  read: (typed: string) => (typed.trim() ? { value: typed.trim() } : { problem: "Say what the part is." }),
};

/** One line of the job: what it is, how it is coated, how large, and its pictures. */
export function PartCard({ job, part, files, onAddFiles }: PartCardProps) {
  const { number, shop, may } = job;
  const said = `${part.description} changed`;
  const field = <F extends keyof PartFields>(name: F) => ({
    value: part[name] as PartFields[F],
    isEditable: may.edit,
    said,
    send: (to: PartFields[F], was: PartFields[F]) =>
      editPartAction({ number, partId: part.id, changes: { [name]: to }, was: { [name]: was } }),
  });
  const count = {
    write: (value: number) => String(value),
    show: (value: number) => `${value.toLocaleString(shop.locale)} ×`,
    read: (typed: string) => {
      const value = readTypedNumber(typed, shop.locale);
      const isCount =
        typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 1_000_000;
      return isCount ? { value } : { problem: "A whole number of parts." };
    },
  };
  const area = {
    write: (cm2: number | null) =>
      cm2 === null ? "" : writeTypedNumber(fromSquareCentimetres(cm2, shop.units), shop.locale),
    show: (cm2: number | null) => (cm2 === null ? "" : `${formatArea(cm2, shop.units, shop.locale)} each`),
    read: (typed: string) => {
      const value = readTypedNumber(typed, shop.locale);
      if (value === "malformed" || (value ?? 0) < 0) return { problem: "This is not an area." };
      return { value: value === null ? null : toSquareCentimetres(value, shop.units) };
    },
  };
  const retire = () => {
    const one = { number, partId: part.id };
    void changeWithUndo(
      `${part.description} taken off`,
      () => retirePartAction(one),
      () => restorePartAction(one),
    );
  };

  return (
    <li className="rounded-lg border bg-surface p-4 print:break-inside-avoid print:border-ink">
      <div className="flex items-start gap-2">
        <div className="flex min-w-0 flex-1 items-baseline gap-2.5 text-base font-semibold">
          <EditableLine
            label="Quantity"
            {...field("quantity")}
            {...count}
            input={{ inputMode: "numeric", className: "w-20" }}
          />
          <EditableLine
            label="Part"
            {...field("description")}
            {...named}
            input={{ maxLength: 500 }}
            className="min-w-0 flex-1"
          />
        </div>
        {job.price?.isByLine && (
          <EditableLine
            label={`Price of ${part.description}`}
            {...field("priceCents")}
            {...moneyField(shop)}
            empty="Set a price"
            className="text-base font-semibold"
          />
        )}
        {may.edit && (
          <span className="flex print:hidden">
            <IconButton label="Add pictures of this part" onClick={() => onAddFiles(part.id)}>
              <ImagePlus size={16} aria-hidden />
            </IconButton>
            <Menu
              label={part.description}
              trigger={
                <IconButton label={`More for ${part.description}`}>
                  <Ellipsis size={16} aria-hidden />
                </IconButton>
              }
            >
              <MenuItem
                icon={<Trash2 size={14} aria-hidden />}
                isDisabled={job.parts.length === 1}
                onSelect={retire}
              >
                Take off the job
              </MenuItem>
            </Menu>
          </span>
        )}
      </div>
      <div className="mt-2.5">
        <PartFinish job={job} part={part} />
      </div>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-ink-muted @xl:grid-cols-[auto_1fr_auto_1fr]">
        <dt className="py-0.5">Substrate</dt>
        <dd className="text-ink">
          <SubstrateChoice {...field("substrate")} />
        </dd>
        <dt className="py-0.5">Area</dt>
        <dd className="text-ink">
          <EditableLine
            label="Area of each"
            {...field("areaEachCm2")}
            {...area}
            empty="Add area"
            input={{ inputMode: "decimal", suffix: areaUnit[shop.units], className: "w-36" }}
          />
          {part.areaEachCm2 !== null && part.quantity > 1 && (
            <span className="block text-xs text-ink-faint">
              {formatArea(part.areaEachCm2 * part.quantity, shop.units, shop.locale)} in all
            </span>
          )}
        </dd>
        <dt className="py-0.5">Masking</dt>
        <dd className="min-w-0 text-ink">
          <EditableLine label="Masking" {...field("masking")} {...free} isLong empty="Add masking" />
        </dd>
        <dt className="py-0.5">Critical</dt>
        <dd className="min-w-0 text-ink">
          <EditableLine
            label="Critical areas"
            {...field("criticalAreas")}
            {...free}
            isLong
            empty="Add critical areas"
          />
        </dd>
      </dl>
      {files.length > 0 && (
        <div className="mt-3">
          <FileStrip files={files} mayEdit={may.edit} size="sm" />
        </div>
      )}
    </li>
  );
}
