import { cellText } from "./cell";
import type { ColourBook } from "./colour-book";
import { codeKey, powderNameKey, ral } from "./colour-book";
import { type Docket, leaveOut, type QuestionOption } from "./docket";
import { editDistance } from "./edit-distance";
import type { RowJudge } from "./judgement";
import { type CoatReading, type ColourReading, readColour } from "./read-colour";
import { conceptOf, findStage, type ShopStage, statusKey } from "./read-status";
import { wordKey } from "./word-key";

/** Finds the stage of each distinct status once. */
export function openStageReader(stages: readonly ShopStage[]): (typed: string) => ShopStage | null {
  const known = new Map<string, ShopStage | null>([["", null]]);
  return (typed) => {
    const found = known.get(typed);
    if (found !== undefined) return found;
    const stage = findStage(typed, stages);
    known.set(typed, stage);
    return stage;
  };
}

/** The stage that a status means; undefined while it waits or the row is left out. */
export function judgeStatus(
  judge: RowJudge,
  column: number | null,
  typed: string,
  stages: readonly ShopStage[],
  find: (typed: string) => ShopStage | null,
  docket: Docket,
): string | undefined {
  const found = find(typed);
  if (found) return found.id;
  const concept = conceptOf(typed);
  const cancelled = concept === "cancelled";
  const likely = cancelled ? stages.find((stage) => stage.kind === "cancelled") : undefined;
  const code = typed === "" ? "status-blank" : cancelled ? "status-cancelled" : "status-unknown";
  const message =
    typed === ""
      ? "No status is given."
      : cancelled
        ? `“${typed}”: the work was called off.`
        : `“${typed}” is none of the shop's stages.`;
  const id = `status:${statusKey(typed) || typed}`;
  const answer = docket.ask(
    {
      id,
      scope: "spelling",
      topic: "status",
      text:
        typed === "" ? "Which stage are the jobs in that name none?" : `Which stage does “${typed}” mean?`,
      typed,
      options: [...stages.map((stage) => ({ id: `stage:${stage.id}`, label: stage.name })), leaveOut],
      recommended: likely ? `stage:${likely.id}` : null,
      accepts: null,
    },
    judge.row,
  );
  if (!judge.settle(column, code, message, id, answer)) return undefined;
  return answer?.option.slice("stage:".length);
}

/** Reads each distinct colour once. */
export function openColourReader(book: ColourBook): (text: string) => ColourReading {
  const read = new Map<string, ColourReading>();
  return (text) => {
    const known = read.get(text);
    if (known) return known;
    const reading = readColour(text, book);
    read.set(text, reading);
    return reading;
  };
}

/** The coats that a colour cell names; an empty list for none, undefined while it waits or the row is left out. */
export function judgeColour(
  judge: RowJudge,
  column: number | null,
  typed: string,
  read: (text: string) => ColourReading,
  book: ColourBook,
  docket: Docket,
): CoatReading[] | undefined {
  const reading = read(typed);
  if (reading.kind === "blank") return [];
  if (reading.kind === "coats") return reading.coats;
  const code = reading.kind === "contradiction" ? "colour-contradiction" : "colour-unknown";
  const message =
    reading.kind === "contradiction"
      ? `Code and colour word of “${typed}” say different things.`
      : `No list knows the colour “${typed}”.`;
  const id = `colour:${wordKey(typed) || typed}`;
  const options: QuestionOption[] = [];
  if (reading.kind === "contradiction")
    options.push({
      id: "code",
      label: `The code is right: ${reading.coats
        .map((coat) => coat.code)
        .filter((one) => one !== "")
        .join(", ")}`,
    });
  for (const near of nearColours(typed, book)) options.push({ id: `colour:${near}`, label: near });
  options.push({ id: "words", label: `Keep “${typed}” as words` }, leaveOut);
  const answer = docket.ask(
    {
      id,
      scope: "spelling",
      topic: "colour",
      text: `${message} What is meant?`,
      typed,
      options,
      recommended: reading.kind === "contradiction" ? null : "words",
      accepts: "colour",
    },
    judge.row,
  );
  const said =
    answer?.option === "typed"
      ? (answer.value ?? "")
      : answer?.option.startsWith("colour:")
        ? answer.option.slice("colour:".length)
        : null;
  const meant = said === null ? null : read(said);
  if (!judge.settle(column, code, message, id, answer)) return undefined;
  if (meant?.kind === "coats") return meant.coats;
  if (answer?.option === "code" && reading.kind === "contradiction") return reading.coats;
  const name = said ?? typed;
  return [
    { role: "top", system: "words", code: "", name, hex: "", gloss: null, texture: null, powderId: null },
  ];
}

const nearKnown = new WeakMap<ColourBook, Map<string, string[]>>();

/** Standard codes and powders that are a slip of the keys away; worked out once a spelling. */
function nearColours(typed: string, book: ColourBook): string[] {
  const known = nearKnown.get(book) ?? new Map<string, string[]>();
  nearKnown.set(book, known);
  const near = known.get(typed) ?? findNear(typed, book);
  known.set(typed, near);
  return near;
}

function findNear(typed: string, book: ColourBook): string[] {
  const near: string[] = [];
  const number = /\d[\do]{2,5}/i.exec(typed)?.[0].toLowerCase().replaceAll("o", "0");
  if (number) for (const code of ral.keys()) if (editDistance(number, code, 1) <= 1) near.push(`RAL ${code}`);
  const code = codeKey(typed);
  const name = powderNameKey(typed);
  for (const powder of book.powders) {
    const most = code.length >= 6 ? 2 : 1;
    if (code.length >= 4 && editDistance(code, codeKey(powder.code), most) <= most) near.push(powder.code);
    else if (name.length >= 6 && editDistance(name, powderNameKey(powder.name), 2) <= 2)
      near.push(powder.name);
  }
  return near.slice(0, 5);
}

/** What a row says beyond its fields: cells of columns that fill none, under their headings. */
export function extraCells(
  judge: RowJudge,
  headers: readonly string[],
  taken: (column: number) => boolean,
): Record<string, string> {
  const extra = new Map<string, string>();
  for (let column = 0; column < judge.raw.length; column++) {
    const text = cellText(judge.raw[column]);
    if (text === "" || taken(column)) continue;
    const name = headers[column] || `Column ${columnLetter(column)}`;
    extra.set(extra.has(name) ? `${name} (${columnLetter(column)})` : name, text);
  }
  return Object.fromEntries(extra);
}

function columnLetter(column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}
