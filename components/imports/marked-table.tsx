"use client";
import clsx from "clsx";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import type { Problem, Severity } from "@/lib/imports/judgement";
import { numberFormat } from "@/lib/measures/formats";
import { holdBeside } from "../ui/anchor";
import { Icon } from "../ui/icon";
import { Table, Td, Th } from "../ui/table";
import { sayDays } from "./say-days";

type MarkedRow = {
  row: number;
  cells: string[];
  problems: Problem[];
  why: string;
  made?: { href: string; name: string } | null;
};
type MarkedTableProps = {
  caption: string;
  headings: { header: string; label: string | null }[];
  rows: MarkedRow[];
  locale: string;
};

/** Rows of a file as they stand in it, each odd cell marked; pressing a mark says what is odd. */
export function MarkedTable({ caption, headings, rows, locale }: MarkedTableProps) {
  const { panel, told, tell } = useTold();
  const hasWhy = rows.some(({ why }) => why !== "");
  const hasMade = rows.some(({ made }) => made);
  const width = Math.max(headings.length, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => headings[at] ?? { header: "", label: null });
  return (
    <>
      <Table caption={caption} isWide>
        <thead>
          <tr>
            <Th align="right" className="left-0 z-3!">
              Row
            </Th>
            {hasMade && <Th>Here</Th>}
            {hasWhy && <Th>Why</Th>}
            {columns.map(({ header, label }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <Th key={at} className="h-12!">
                <span className={clsx("block", label === null ? "text-ink-faint" : "text-ink")}>
                  {label ?? "in the notes"}
                </span>
                <span className="block font-normal text-ink-faint">{header || "no heading"}</span>
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells, problems, why, made }) => (
            <tr key={row}>
              <Td align="right" className="sticky left-0 z-1 bg-surface! text-ink-faint">
                {numberFormat(locale).format(row)}
              </Td>
              {hasMade && (
                <Td className="whitespace-nowrap">
                  {made ? (
                    <Link
                      href={made.href}
                      prefetch={false}
                      className="font-medium text-accent-ink hover:underline"
                    >
                      {made.name}
                    </Link>
                  ) : (
                    "–"
                  )}
                </Td>
              )}
              {hasWhy && (
                <Td className="w-72 max-w-72 min-w-52 text-xs text-pretty sm:min-w-64">
                  {sayDays(why, locale)}
                </Td>
              )}
              {columns.map((_, at) => (
                <Cell
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  key={at}
                  text={cells[at] ?? ""}
                  problems={problems.filter(({ column }) => column === at)}
                  onTell={tell}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <div ref={panel} popover="auto" role="status" className="ui-popover max-w-72 p-3">
        <ul className="grid gap-2">
          {told.map(({ code, message, severity }) => {
            const { icon, ink } = marks[severity];
            return (
              <li key={`${code} ${message}`} className="flex gap-2">
                <Icon name={icon} size={14} className={clsx("mt-0.5 shrink-0", ink)} />
                {sayDays(message, locale)}
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}

const marks = {
  refuse: { icon: "circle-x", ink: "text-late-ink", wash: "bg-late-wash text-late-ink" },
  decide: { icon: "circle-question-mark", ink: "text-risk-ink", wash: "bg-risk-wash text-risk-ink" },
  mark: { icon: "info", ink: "text-ink-muted", wash: "bg-press" },
} as const satisfies Record<Severity, unknown>;

type CellProps = {
  text: string;
  problems: Problem[];
  onTell: (owner: HTMLElement, problems: Problem[]) => void;
};

function Cell({ text, problems, onTell }: CellProps) {
  const worst = (["refuse", "decide", "mark"] as const).find((severity) =>
    problems.some((problem) => problem.severity === severity),
  );
  const shown = <span className="block max-w-60 truncate">{text.replaceAll(/\s+/g, " ")}</span>;
  if (!worst) {
    return (
      <Td className="whitespace-nowrap" data-tip={text.length > 34 ? text : undefined}>
        {shown}
      </Td>
    );
  }
  const { icon, wash } = marks[worst];
  return (
    <Td className="whitespace-nowrap">
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={(event) => onTell(event.currentTarget, problems)}
        className={clsx(
          "-mx-1.5 inline-flex min-h-6 max-w-64 items-center gap-1 rounded-sm px-1.5 text-left pointer-coarse:min-h-9",
          wash,
        )}
      >
        <Icon name={icon} size={12} className="shrink-0" />
        {text === "" ? <span className="italic">blank</span> : shown}
        <span className="sr-only">: {problems.map(({ message }) => message).join(" ")}</span>
      </button>
    </Td>
  );
}

/** One panel for every mark of the table, held beside the one that was pressed. */
function useTold() {
  const panel = useRef<HTMLDivElement>(null);
  const owner = useRef<HTMLElement>(null);
  const [told, setTold] = useState<Problem[]>([]);
  useEffect(() => {
    const shown = panel.current;
    if (!shown || !owner.current || told.length === 0) return;
    shown.showPopover();
    const release = holdBeside(owner.current, shown);
    const onToggle = (event: ToggleEvent) => event.newState === "closed" && setTold([]);
    shown.addEventListener("toggle", onToggle);
    return () => {
      release();
      shown.removeEventListener("toggle", onToggle);
    };
  }, [told]);
  const tell = (pressed: HTMLElement, problems: Problem[]) => {
    owner.current = pressed;
    setTold(problems);
  };
  return { panel, told, tell };
}
