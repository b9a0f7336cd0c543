"use client";
import { useMemo } from "react";
import type { CustomerRow } from "@/lib/customers/customer-list";
import { DataTable, type ListSort } from "../lists/data-table";
import type { ListFacts } from "../lists/list-facts";
import { customerTableColumns } from "./customer-columns";

type CustomersTableProps = {
  rows: CustomerRow[];
  shown: readonly string[];
  sort: ListSort;
  facts: ListFacts;
};

export function CustomersTable({ rows, shown, sort, facts }: CustomersTableProps) {
  const columns = useMemo(() => customerTableColumns(facts), [facts]);
  return (
    <DataTable
      caption="Customers"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      shown={shown}
      sort={sort}
    />
  );
}
