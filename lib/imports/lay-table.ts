import { type Cell, cellText, cellVerbatim, type Row, type Sheet } from "./cell";
import { type Column } from "./column";
import { type FurnitureKind, furnitureOf } from "./furniture";
import type { Mapping } from "./guess-mapping";
import { endsStep, mapInSteps, type Steps } from "./steps";

/** A sheet by its mapping: which records are data, and what the others are. */
export type Table = {
  mapping: Mapping;
  headers: string[];
  rows: { row: number; cells: Row; furniture: FurnitureKind | null }[];
  data: { row: number; cells: Row }[];
  /** The column of a field with the cells of its data rows; undefined where none is mapped. */
  column: (field: string) => Column | undefined;
};

/** Lays a sheet out for judging; every record is in `rows`, none is dropped. */
export function* layTable(sheet: Sheet, mapping: Mapping): Steps<Table> {
  const { headerAt, fields } = mapping;
  const header = headerAt === null ? [] : (sheet.rows[headerAt] ?? []);
  const alone =
    mapping.kind === "customers"
      ? ["name", "company", "contact", "lastName"]
      : mapping.kind === "jobs"
        ? ["customer"]
        : ["code", "name"];
  const furnishing = {
    headerAt,
    header,
    aloneColumns: new Set(
      fields.flatMap((field, at) => (field !== null && alone.includes(field) ? [at] : [])),
    ),
    numberColumn: mapping.kind === "jobs" ? fields.indexOf("number") : null,
  };
  const rows = yield* mapInSteps(sheet.rows, (cells, at) => ({
    row: at + 1,
    cells,
    furniture: furnitureOf(cells, at, furnishing),
  }));
  const data = rows.filter(({ furniture }) => furniture === null);
  const headers = fields.map((_, at) => cellText(header[at]));
  const columns = new Map(
    fields.flatMap((field, at): [string, Column][] =>
      field === null || fields.indexOf(field) !== at
        ? []
        : [
            [
              field,
              { at, header: headers[at] ?? "", cells: data.map(({ cells }): Cell | undefined => cells[at]) },
            ],
          ],
    ),
  );
  return { mapping, headers, rows, data, column: (field) => columns.get(field) };
}

/** A record as one text: equal texts are a row pasted twice. */
export const rowFingerprint = (cells: Row): string => {
  const texts = cells.map(cellVerbatim);
  while (texts.at(-1) === "") texts.pop();
  return texts.join("\u0001");
};

/** Columns that fill no field but hold something. */
export function* unmappedColumns(table: Table): Steps<{ column: number; header: string; filled: number }[]> {
  const filled: number[] = [];
  for (const [at, { cells }] of table.data.entries()) {
    if (endsStep(at)) yield;
    for (const [column, cell] of cells.entries()) {
      if (!table.mapping.fields[column] && cellText(cell) !== "") filled[column] = (filled[column] ?? 0) + 1;
    }
  }
  return [...filled.entries()].flatMap(([column, rows]) =>
    rows === undefined ? [] : [{ column, header: table.headers[column] ?? "", filled: rows }],
  );
}
