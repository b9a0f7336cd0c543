import "server-only";
import { stringify } from "csv-stringify/sync";

export type CsvCell = string | number | null;
export type CsvTable = {
  /** Without ending; the name of the file that the browser saves. */
  name: string;
  head: string[];
  /** Rows in handfuls, read as the browser takes them. */
  batches: AsyncIterable<CsvCell[][]>;
};

const options = {
  escape_formulas: true,
  record_delimiter: "windows",
  cast: { string: hideLateFormula },
} as const;

/** A table as a CSV download, streamed. Cells a spreadsheet would run are neutralised; numbers stay numbers. */
export function csvResponse({ name, head, batches }: CsvTable): Response {
  const rows = batches[Symbol.asyncIterator]();
  const bytes = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (out) => out.enqueue(bytes.encode(`\uFEFF${stringify([head], options)}`)),
    pull: async (out) => {
      let next = await rows.next();
      while (!next.done && next.value.length === 0) next = await rows.next();
      if (next.done) out.close();
      else out.enqueue(bytes.encode(stringify(next.value, options)));
    },
    cancel: async () => void (await rows.return?.()),
  });
  const plain = name.replace(/[^\w -]/g, "_");
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${plain}.csv"; filename*=UTF-8''${encodeURIComponent(name)}.csv`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** Spreadsheets also run a formula that spaces stand before, which escape_formulas lets through. */
function hideLateFormula(text: string): string {
  return /^[\s\u00a0\u200b\ufeff]+[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}
