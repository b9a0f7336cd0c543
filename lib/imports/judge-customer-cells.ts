import { cellText } from "./cell";
import { type Docket, leaveRowOut } from "./docket";
import type { RowJudge } from "./judgement";
import { readEmails } from "./read-email";
import { wordKey } from "./word-key";

const junkPhrase =
  /\b(?:do ?n[o']t use|do not use|dont use|nicht verwenden|nicht benutzen|ne pas utiliser|no usar|non usare|niet gebruiken|delete me|duplicate do not)\b/;
const junkName =
  /^(?:(?:test(?:ing|er|kunde|konto)?|dummy|asdf\w*|qwert\w*|foo|bar|sample|example|muster|prueba|prova|essai)(?: (?:test|testing|customer|client|account|kunde|konto|cliente|klant|\d+))*|z{2,}\w*|x{2,}|(\S)\1{2,})$/;

/** Whether a name is nobody's, as of test entries; asks, and is true while it waits or is left out. */
export function nameIsJunk(judge: RowJudge, name: string, docket: Docket): boolean {
  const key = wordKey(name);
  if (!junkPhrase.test(key) && !junkName.test(key) && !/^z{3,}\b/.test(key)) return false;
  const id = `row:${judge.row}:junk`;
  const message = `“${name}” looks like no customer.`;
  const answer = docket.ask(
    {
      id,
      scope: "row",
      topic: "junk-row",
      text: `Row ${judge.row}: ${message} Bring it in?`,
      typed: name,
      options: [leaveRowOut, { id: "keep", label: "Bring it in" }],
      recommended: leaveRowOut.id,
      accepts: null,
    },
    judge.row,
  );
  return !judge.settle(judge.column("name"), "junk-row", message, id, answer);
}

const inactiveName =
  /[([](?:deleted|inactive|closed|gel[oö]scht|inaktiv|gesperrt|supprim[eé]|inactif|eliminado|inactivo|eliminato|inattivo|verwijderd|inactief)[)\]]|^\*?(?:inactive|closed|gesperrt|inaktiv)\b\s*[-:]|[-–]\s*(?:inactive|deleted|closed)$/i;
const inactiveWord =
  /^(?:inactive|deleted|closed|blocked|no|n|false|0|hold|suspended|gesperrt|inaktiv|gel[oö]scht|nein|inactif|bloqu[eé]|non|inactivo|baja|bloqueado|inattivo|bloccato|inactief|geblokkeerd|nee)$/i;

/** Whether a customer stands as inactive; asks where name or status say so. */
export function judgeStanding(judge: RowJudge, name: string, active: string, docket: Docket): boolean {
  const byName = inactiveName.test(name);
  if (!byName && !inactiveWord.test(active)) return false;
  const id = `row:${judge.row}:inactive`;
  const message = `“${byName ? name : active}”: marked as deleted or blocked.`;
  const answer = docket.ask(
    {
      id,
      scope: "row",
      topic: "inactive-customer",
      text: `Row ${judge.row}: ${message} Bring the customer in as inactive?`,
      typed: name,
      options: [
        { id: "inactive", label: "Yes, as inactive" },
        { id: "active", label: "Bring it in as active" },
        leaveRowOut,
      ],
      recommended: "inactive",
      accepts: null,
    },
    judge.row,
  );
  return (
    judge.settle(judge.column(byName ? "name" : "active"), "inactive-customer", message, id, answer) &&
    answer.option === "inactive"
  );
}

/** A row's e-mail addresses, the main one first; a cell that holds none asks. */
export function judgeEmail(judge: RowJudge, docket: Docket): string[] {
  return judge.columns("email").flatMap((at) => {
    const text = cellText(judge.raw[at]);
    if (text === "") return [];
    const { addresses, hasOther } = readEmails(text);
    if (addresses.length > 1) judge.mark(at, "email-multiple", `${addresses[0]} is the main address.`);
    if (addresses.length > 0) {
      if (hasOther)
        judge.mark(at, "email-more", "The cell says more than the address; it stays with the row.");
      return addresses;
    }
    const id = `row:${judge.row}:${at}:email`;
    const message = `“${text}” is no e-mail address.`;
    const answer = docket.ask(
      {
        id,
        scope: "row",
        topic: "email-invalid",
        text: `Row ${judge.row}: ${message} What is it?`,
        typed: text,
        options: [{ id: "blank", label: "No e-mail; keep what it says in the notes" }, leaveRowOut],
        recommended: "blank",
        accepts: "email",
      },
      judge.row,
    );
    const typed = answer?.option === "typed" ? readEmails(answer.value ?? "").addresses : null;
    const isUnread = typed !== null && typed.length === 0;
    return judge.settle(at, "email-invalid", message, id, isUnread ? null : answer) ? (typed ?? []) : [];
  });
}
