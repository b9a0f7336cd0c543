"use client";

import { useEffect, useRef } from "react";

type Props = { message: string; onOverride: (reason: string) => void; onClose: () => void };

/** Asks a manager for the reason that lets a job past inspection without a pass. */
export function OverrideDialog({ message, onOverride, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby="override-title"
      className="m-auto w-96 max-w-[92vw] rounded-lg border border-line bg-raised p-5 text-ink shadow-float backdrop:bg-veil"
      onClose={onClose}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
          if (reason) onOverride(reason);
        }}
      >
        <h2 id="override-title" className="text-base font-semibold">
          Override inspection
        </h2>
        <p className="mt-1 text-ink-muted">{message}</p>
        <label className="mt-4 block font-medium" htmlFor="override-reason">
          Reason, kept in the history
        </label>
        <input
          id="override-reason"
          name="reason"
          required
          maxLength={500}
          className="mt-1 h-9 w-full rounded-sm border border-line-strong bg-field px-2.5"
        />
        <div className="mt-5 flex justify-end gap-2">
          <button
            type="button"
            className="h-9 rounded-sm px-3 hover:bg-hover"
            onClick={() => dialog.current?.close()}
          >
            Leave it
          </button>
          <button type="submit" className="h-9 rounded-sm bg-accent px-3 font-medium text-on-accent">
            Override and move
          </button>
        </div>
      </form>
    </dialog>
  );
}
