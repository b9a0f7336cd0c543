import type { Row } from "./cell";
import { type JudgedRow, RowJudge } from "./judgement";
import type { Table } from "./lay-table";
import { mapInSteps, type Steps } from "./steps";

/** Judges a table's records one after another, in steps; its furniture is no record and has no values. */
export const judgeRows = <Values>(
  table: Table,
  judgeRecord: (judge: RowJudge, cells: Row) => Values,
): Steps<JudgedRow<Values>[]> =>
  mapInSteps(table.rows, ({ row, cells, furniture }): JudgedRow<Values> => {
    const judge = new RowJudge(row, cells, table.mapping.fields);
    if (furniture !== null) return { ...judge.finish(null), verdict: "furniture", furniture, values: null };
    return judge.finish(judgeRecord(judge, cells));
  });
