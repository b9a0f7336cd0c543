import { Refusal } from "@/lib/errors";
import type { Sheet } from "./cell";
import { decodeText, type Encoding } from "./decode-text";
import { parseCsv, type Separator } from "./parse-csv";
import { parseXlsx } from "./parse-xlsx";
import { doInTurns } from "./steps";

export type ImportFile = {
  format: "csv" | "xlsx";
  sheets: Sheet[];
  /** Null for a workbook. */
  encoding: Encoding | null;
  separator: Separator | null;
};

export type ReadChoices = { encoding?: string; separator?: Separator };

const mostRecords = 200_000;

/** Reads an uploaded file by what its bytes are, whatever its name. Refuses what is neither text nor an XLSX workbook. */
export async function readImportFile(bytes: Uint8Array, choices: ReadChoices = {}): Promise<ImportFile> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return { format: "xlsx", sheets: await parseXlsx(bytes), encoding: null, separator: null };
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11) {
    throw new Refusal(
      "invalid",
      "This is a workbook of the old .xls form, or one with a password. Save it as .xlsx or CSV.",
    );
  }
  const { text, encoding } = decodeText(bytes, choices.encoding);
  if (looksBinary(text)) throw new Refusal("invalid", "This file is no CSV and no XLSX workbook.");
  const { rows, separator } = await doInTurns(parseCsv(text, choices.separator));
  if (rows.length > mostRecords)
    throw new Refusal("too-large", `This file has more than ${mostRecords.toLocaleString("en")} rows.`);
  return {
    format: "csv",
    sheets: [{ name: "", isHidden: false, rows, hiddenColumns: [] }],
    encoding,
    separator,
  };
}

const looksBinary = (text: string): boolean => {
  const head = text.slice(0, 4_000);
  const controls = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return controls > head.length * 0.02;
};
