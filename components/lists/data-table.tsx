"use client";
import { type ColumnDef, type RowData, useTable } from "@tanstack/react-table";
import type { ReactNode } from "react";
import { SortTh, Table, Td, Th } from "../ui/table";
import { type ListFeatures, listFeatures } from "./list-features";

export type ListSort = { by: string; isDescending: boolean; hrefs: Readonly<Record<string, string>> };

type DataTableProps<Row extends RowData> = {
  caption: string;
  columns: ColumnDef<ListFeatures, Row, any>[];
  rows: Row[];
  rowId: (row: Row) => string;
  /** The ids of the columns to show. */
  shown: readonly string[];
  sort: ListSort;
  empty?: ReactNode;
};

/** A table of rows that the database sorted and paged; its heads are links, so the order is in the address. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowId, shown, sort, empty } = props;
  const columnVisibility = Object.fromEntries(columns.map((one) => [idOf(one), shown.includes(idOf(one))]));
  const table = useTable({
    features: listFeatures,
    columns,
    data: rows,
    getRowId: rowId,
    state: { columnVisibility },
  });
  return (
    <Table caption={caption} empty={rows.length === 0 ? empty : undefined}>
      <thead>
        <tr>
          {table.getFlatHeaders().map(({ column }) => {
            const { header, meta } = column.columnDef;
            const name = String(header);
            const href = sort.hrefs[column.id];
            const order = sort.isDescending ? "descending" : "ascending";
            return href ? (
              <SortTh
                key={column.id}
                href={href}
                align={meta?.align}
                order={sort.by === column.id ? order : null}
              >
                {name}
              </SortTh>
            ) : (
              <Th key={column.id} align={meta?.align}>
                {name}
              </Th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id} data-linked>
            {row.getVisibleCells().map((cell) => (
              <Td
                key={cell.id}
                align={cell.column.columnDef.meta?.align}
                className={cell.column.columnDef.meta?.className}
              >
                <table.FlexRender cell={cell} />
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const idOf = (column: { id?: string; accessorKey?: unknown }) => column.id ?? String(column.accessorKey);
