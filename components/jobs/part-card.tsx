"use client";
import { restorePartAction, retirePartAction } from "@/lib/jobs/actions";
import type { JobView, ViewedFile, ViewedPart } from "@/lib/jobs/job-view";
import { changeWithUndo } from "../answers/attempt";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuItem } from "../ui/menu";
import { EditableLine } from "./editable-line";
import { FileGrid } from "./file-grid";
import { moneyField } from "./money-field";
import { PartDetails } from "./part-details";
import { partField } from "./part-field";
import { PartFinish } from "./part-finish";
import { countField, neededField } from "./typed-fields";

type PartCardProps = {
  job: JobView;
  part: ViewedPart;
  files: ViewedFile[];
  onAddFiles: (partId: string) => void;
};

const named = neededField("Say what the part is.");

/** One line of the job: what it is, how it is coated, how large, and its pictures. */
export function PartCard({ job, part, files, onAddFiles }: PartCardProps) {
  const { number, shop, may } = job;
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
            {...partField(job, part, "quantity")}
            {...countField(shop)}
            input={{ inputMode: "numeric", className: "w-20" }}
          />
          <EditableLine
            label="Part"
            {...partField(job, part, "description")}
            {...named}
            input={{ maxLength: 500 }}
            className="min-w-0 flex-1"
          />
        </div>
        {job.price?.isByLine && (
          <EditableLine
            label={`Price of ${part.description}`}
            {...partField(job, part, "priceCents")}
            {...moneyField(shop)}
            empty="Set a price"
            className={part.priceCents == null ? "" : "text-base font-semibold"}
          />
        )}
        {may.edit && (
          <span className="flex print:hidden">
            <IconButton label="Add pictures of this part" onClick={() => onAddFiles(part.id)}>
              <Icon name="image-plus" size={16} />
            </IconButton>
            <Menu
              label={part.description}
              trigger={
                <IconButton label={`More for ${part.description}`}>
                  <Icon name="ellipsis" size={16} />
                </IconButton>
              }
            >
              <MenuItem
                icon={<Icon name="trash" size={14} />}
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
      <PartDetails job={job} part={part} />
      {files.length > 0 && (
        <div className="mt-3">
          <FileGrid files={files} customer={job.customer.name} mayEdit={may.edit} />
        </div>
      )}
    </li>
  );
}
