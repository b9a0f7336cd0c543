"use client";
import { useTransition } from "react";
import { leavePreviewAction } from "@/lib/portal/actions";
import { goWhere } from "../answers/attempt";

/** Tells a member that they look through a contact's eyes, and leads them back out. */
export function PreviewBanner({ name, customer }: { name: string; customer: string }) {
  const [isPending, start] = useTransition();
  const leave = () =>
    start(async () => {
      await goWhere(leavePreviewAction(undefined));
    });
  return (
    <div role="status" className="sticky top-0 z-30 bg-inverse text-on-inverse print:hidden">
      <div className="mx-auto flex w-full max-w-3xl items-center gap-3 px-4 py-1.5">
        <p className="min-w-0 flex-1">
          You see what <strong className="font-semibold">{name}</strong> of {customer} sees. Nothing can be
          changed from here.
        </p>
        <button
          type="button"
          onClick={leave}
          disabled={isPending}
          className="min-h-11 shrink-0 rounded-sm px-3 font-semibold underline underline-offset-4"
        >
          Leave
        </button>
      </div>
    </div>
  );
}
