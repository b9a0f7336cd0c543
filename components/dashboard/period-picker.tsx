"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { type PeriodKind, periodKinds, periodNames } from "@/lib/dashboard/period";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

type PeriodPickerProps = { kind: PeriodKind; from: string; to: string; today: string; show?: string };

/** Which days the numbers are of; the address holds it. */
export function PeriodPicker({ kind, from, to, today, show }: PeriodPickerProps) {
  const router = useRouter();
  const [isAsking, start] = useTransition();
  const [chosen, setChosen] = useState<{ kind: PeriodKind; from: string; to: string } | null>(null);
  const shown = chosen ?? { kind, from, to: to < today ? to : today };
  const go = (params: Record<string, string>) => {
    const query = new URLSearchParams({ ...params, ...(show ? { show } : {}) }).toString();
    start(() => {
      router.push(query ? `/dashboard?${query}` : "/dashboard", { scroll: false });
      setChosen(null);
    });
  };
  const pick = (next: PeriodKind) => {
    if (next === "custom") return setChosen({ ...shown, kind: next });
    setChosen({ ...shown, kind: next });
    go(next === "this-month" ? {} : { period: next });
  };
  const day = (name: "from" | "to", label: string) => (
    <label className="flex items-center gap-1.5 text-ink-muted">
      {label}
      <Input
        type="date"
        value={shown[name]}
        required
        onChange={(event) => setChosen({ ...shown, [name]: event.target.value })}
        className="w-36"
      />
    </label>
  );
  return (
    <search
      aria-label="Period"
      aria-busy={isAsking}
      className="flex flex-wrap items-center gap-2 print:hidden"
    >
      <Select
        aria-label="Period"
        value={shown.kind}
        onChange={(event) => pick(event.target.value as PeriodKind)}
        className="w-40"
      >
        {periodKinds.map((one) => (
          <option key={one} value={one}>
            {periodNames[one]}
          </option>
        ))}
      </Select>
      {shown.kind === "custom" && (
        <form
          method="get"
          action="/dashboard"
          className="flex flex-wrap items-center gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            go({ period: "custom", from: shown.from, to: shown.to });
          }}
        >
          {day("from", "From")}
          {day("to", "to")}
          <Button type="submit" isPending={isAsking}>
            Show
          </Button>
        </form>
      )}
    </search>
  );
}
