"use client";
import { useMemo } from "react";
import type { PowderRow } from "@/lib/powders/powder-list";
import { DataTable, type ListSort } from "../lists/data-table";
import type { ListFacts } from "../lists/list-facts";
import { powderTableColumns } from "./powder-columns";

type PowdersTableProps = { rows: PowderRow[]; shown: readonly string[]; sort: ListSort; facts: ListFacts };

export function PowdersTable({ rows, shown, sort, facts }: PowdersTableProps) {
  const columns = useMemo(() => powderTableColumns(facts), [facts]);
  return (
    <DataTable
      caption="Powders"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      shown={shown}
      sort={sort}
    />
  );
}
