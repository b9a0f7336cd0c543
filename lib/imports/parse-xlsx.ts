import { Refusal } from "@/lib/errors";
import type { Cell, Row, Sheet } from "./cell";
import { type NumberFormat, readNumberFormat, serialDate } from "./number-format";
import { readXml, type XmlHandler } from "./read-xml";
import { doInTurns } from "./steps";
import { openZip } from "./unzip";

const mostRows = 200_000;
const mostColumns = 500;

/** Reads every sheet of a workbook: typed cells, cached results of formulas, hidden columns. Refuses what is no workbook. */
export async function parseXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  const zip = openZip(bytes);
  const xml = async (name: string) => {
    const found = await zip.read(name);
    return found === null ? null : new TextDecoder().decode(found);
  };
  const root =
    zip.names.find((name) => name.endsWith("xl/workbook.xml")) ??
    zip.names.find((name) => /workbook\d*\.xml$/.test(name));
  const workbook = root ? await xml(root) : null;
  if (!root || workbook === null) throw new Refusal("invalid", "This file is no XLSX workbook.");
  const folder = root.slice(0, root.lastIndexOf("/") + 1);
  const relations = await xml(`${folder}_rels/${root.slice(folder.length)}.rels`);
  const targets = await readTargets(relations ?? "", folder);
  const strings = await readStrings((await xml(`${folder}sharedStrings.xml`)) ?? "");
  const { sheets, uses1904 } = await readWorkbook(workbook);
  const formats = await readFormats((await xml(`${folder}styles.xml`)) ?? "");
  const read: Sheet[] = [];
  for (const { name, isHidden, relation } of sheets) {
    const source = await xml(targets.get(relation) ?? "");
    if (source === null) continue;
    read.push({ name, isHidden, ...(await readSheet(source, strings, formats, uses1904)) });
  }
  return read;
}

const walk = (xml: string, handler: XmlHandler) => doInTurns(readXml(xml, handler));

async function readTargets(xml: string, folder: string): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await walk(xml, {
    open: (name, attribute) => {
      const target = attribute("Target") ?? "";
      if (name === "Relationship")
        targets.set(attribute("Id") ?? "", target.startsWith("/") ? target.slice(1) : folder + target);
    },
  });
  return targets;
}

async function readWorkbook(xml: string) {
  const sheets: { name: string; relation: string; isHidden: boolean }[] = [];
  let uses1904 = false;
  await walk(xml, {
    open: (name, attribute) => {
      if (name === "workbookPr") uses1904 = ["1", "true"].includes(attribute("date1904") ?? "");
      if (name !== "sheet") return;
      const state = attribute("state") ?? "visible";
      sheets.push({
        name: attribute("name") ?? "",
        relation: attribute("(?:\\w+:)?id") ?? "",
        isHidden: state !== "visible",
      });
    },
  });
  return { sheets, uses1904 };
}

async function readStrings(xml: string): Promise<string[]> {
  const strings: string[] = [];
  let current = "";
  let isText = false;
  let isPhonetic = false;
  await walk(xml, {
    open: (name, _attribute, isClosed) => {
      if (name === "si") current = "";
      if (name === "rPh") isPhonetic = true;
      if (name === "t") isText = !isClosed && !isPhonetic;
    },
    close: (name) => {
      if (name === "t") isText = false;
      if (name === "rPh") isPhonetic = false;
      if (name === "si") strings.push(unescapeString(current));
    },
    text: (text) => {
      if (isText) current += text;
    },
  });
  return strings;
}

/** Control characters are written as _x000D_ inside a workbook. */
const unescapeString = (text: string) =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll("\0", "");

async function readFormats(xml: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  await walk(xml, {
    open: (name, attribute) => {
      if (name === "numFmt") codes.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      if (name === "cellXfs") inCells = true;
      if (name !== "xf" || !inCells) return;
      const id = Number(attribute("numFmtId") ?? 0);
      formats.push(readNumberFormat(id, codes.get(id)));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return formats;
}

async function readSheet(xml: string, strings: string[], formats: NumberFormat[], uses1904: boolean) {
  const rows: Row[] = [];
  const hiddenColumns: number[] = [];
  let row: Row = [];
  let column = -1;
  let type = "";
  let format: NumberFormat | undefined;
  let reading: "value" | "formula" | "" = "";
  let value = "";
  let formula = "";
  await walk(xml, {
    open: (name, attribute, isClosed) => {
      if (name === "col" && attribute("hidden") === "1")
        hide(hiddenColumns, Number(attribute("min")), Number(attribute("max")));
      if (name === "row") {
        const number = Number(attribute("r") ?? rows.length + 1);
        if (number > mostRows)
          throw new Refusal("too-large", `This sheet has more than ${mostRows.toLocaleString("en")} rows.`);
        while (rows.length < number - 1) rows.push([]);
        row = [];
        rows.push(row);
        column = -1;
      }
      if (name === "c") {
        const address = attribute("r");
        column = address ? columnIndex(address) : column + 1;
        type = attribute("t") ?? "n";
        format = formats[Number(attribute("s") ?? 0)];
        value = "";
        formula = "";
      }
      if (!isClosed && (name === "v" || name === "t")) reading = "value";
      if (!isClosed && name === "f") reading = "formula";
    },
    close: (name) => {
      if (name === "v" || name === "t" || name === "f") reading = "";
      if (name !== "c" || column < 0 || column >= mostColumns) return;
      const cell = typedCell(type, value, formula, format, strings, uses1904);
      if (cell === "") return;
      while (row.length < column) row.push("");
      row[column] = cell;
    },
    text: (text) => {
      if (reading === "value") value += text;
      if (reading === "formula") formula += text;
    },
  });
  return { rows, hiddenColumns };
}

function hide(hidden: number[], from: number, to: number): void {
  for (let i = from; i <= Math.min(to, mostColumns); i++) hidden.push(i - 1);
}

function columnIndex(address: string): number {
  let index = 0;
  for (const char of address) {
    if (char < "A" || char > "Z") break;
    index = index * 26 + char.charCodeAt(0) - 64;
  }
  return index - 1;
}

function typedCell(
  type: string,
  value: string,
  formula: string,
  format: NumberFormat | undefined,
  strings: string[],
  uses1904: boolean,
): Cell {
  const more = formula === "" ? {} : { formula };
  const text =
    type === "s"
      ? (strings[Number(value)] ?? "")
      : type === "b"
        ? value === "1"
          ? "TRUE"
          : "FALSE"
        : unescapeString(value);
  if (type === "e") return { text, isError: true, ...more };
  if (type === "d") return { text: text.slice(0, 10), date: text.slice(0, 16), ...more };
  if (type !== "n" || value === "") return formula === "" ? text : { text, ...more };
  const number = Number(value);
  if (format?.isDate) {
    const date = serialDate(number, uses1904, format.showsTime);
    if (date === null) return { text: value, number, ...more };
    const shown = format.showsDay || format.showsTime ? date : date.slice(0, 7);
    return { text: shown, date: shown, ...more };
  }
  if (format?.isPercent) return { text: `${plainNumber(number * 100)}%`, number, ...more };
  if (format && format.padTo > 0 && Number.isInteger(number))
    return { text: String(number).padStart(format.padTo, "0"), number, ...more };
  const unit = format?.unit ?? "";
  return {
    text: unit === "" ? plainNumber(number) : `${plainNumber(number)} ${unit}`,
    number,
    ...(unit === "" ? {} : { unit }),
    ...more,
  };
}

/** A stored number without the noise of binary fractions and without exponents. */
function plainNumber(number: number): string {
  const short = Number(number.toPrecision(15));
  const text = String(short);
  return /e/.test(text)
    ? short.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}
