import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import type { FieldClash } from "./use-field-edit";

type ClashNoticeProps<V> = {
  clash: FieldClash<V>;
  show: (value: V) => ReactNode;
  onTheirs: () => void;
  onYours: () => void;
};

/** Two people changed one field: both values, and a choice between them. */
export function ClashNotice<V>({ clash, show, onTheirs, onYours }: ClashNoticeProps<V>) {
  return (
    <Notice tone="risk" className="mt-1.5 text-sm" title={clash.message}>
      <dl className="my-1.5 grid grid-cols-[auto_1fr] gap-x-3">
        <dt className="text-ink-muted">Now</dt>
        <dd className="min-w-0">{show(clash.theirs) || "nothing"}</dd>
        <dt className="text-ink-muted">Yours</dt>
        <dd className="min-w-0">{show(clash.yours) || "nothing"}</dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={onTheirs} autoFocus>
          Keep theirs
        </Button>
        <Button size="sm" onClick={onYours}>
          Use yours
        </Button>
      </div>
    </Notice>
  );
}
