"use client";
import { useMemo } from "react";
import type { JobRow } from "@/lib/jobs/job-row";
import { DataTable, type ListSort } from "../lists/data-table";
import type { ListFacts } from "../lists/list-facts";
import { jobTableColumns } from "./job-columns";

type JobsTableProps = { rows: JobRow[]; shown: readonly string[]; sort: ListSort; facts: ListFacts };

export function JobsTable({ rows, shown, sort, facts }: JobsTableProps) {
  const columns = useMemo(() => jobTableColumns(facts), [facts]);
  return (
    <DataTable
      caption="Jobs"
      columns={columns}
      rows={rows}
      rowId={(row) => String(row.number)}
      shown={shown}
      sort={sort}
    />
  );
}
