"use client";
import { useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useRef, useTransition } from "react";

const pauseMs = 200;

type ListFormProps = { action: string; label: string; children: ReactNode; className?: string };

/**
 * A GET form that asks again as it changes: after a pause for text, at once for the rest. Its fields are the address;
 * without script it is sent by its button like any form.
 */
export function ListForm({ action, label, children, className }: ListFormProps) {
  const router = useRouter();
  const params = useSearchParams();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isAsking, startAsking] = useTransition();

  const ask = () => {
    clearTimeout(timer.current);
    if (!form.current) return;
    const query = queryOf(new FormData(form.current));
    startAsking(() => router.replace(query ? `${action}?${query}` : action, { scroll: false }));
  };

  useEffect(() => showParams(form.current, params), [params]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <search aria-label={label} className={className}>
      <form
        ref={form}
        action={action}
        aria-busy={isAsking}
        className="contents"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
        onInput={(event) => {
          clearTimeout(timer.current);
          const { target } = event;
          const isText = target instanceof HTMLInputElement && ["search", "text"].includes(target.type);
          timer.current = setTimeout(ask, isText ? pauseMs : 0);
        }}
      >
        {children}
        <noscript>
          <button type="submit">Show</button>
        </noscript>
      </form>
    </search>
  );
}

function queryOf(data: FormData): string {
  const params = new URLSearchParams();
  for (const [key, value] of data) {
    const text = String(value).trim();
    if (text !== "") params.append(key, text);
  }
  return params.toString();
}

/** Puts what the address says into the fields, after a step back or a removed chip; never under somebody's typing. */
function showParams(form: HTMLFormElement | null, params: URLSearchParams): void {
  for (const field of form?.elements ?? []) {
    if (field === document.activeElement) continue;
    if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) {
      const held = params.getAll(field.name);
      field.checked = held.includes(field.value) || (held.length === 0 && field.value === "");
    } else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      if (field.type !== "hidden") field.value = params.get(field.name) ?? "";
    }
  }
}
