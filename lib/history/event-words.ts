import type { UnitSystem } from "@/db/vocabulary";
import { formatArea } from "../measures/format-area";
import { formatMoney } from "../measures/format-money";
import { formatDay } from "../measures/format-time";
import { customerSentences } from "./customer-words";
import { proofSentences, versionOf } from "./proof-words";
import { shopSentences } from "./shop-words";

type Fields = Record<string, unknown>;
type ToldEvent = { kind: string; actorId: string | null; before: Fields | null; after: Fields | null };
export type Speech = { locale: string; currency: string; units: UnitSystem };

/** What somebody did, as the rest of a sentence that begins with their name: "moved it from Coating to Curing". */
export function eventWords({ kind, actorId, before, after }: ToldEvent, speech: Speech): string {
  const was = before ?? {};
  const now = after ?? {};
  const say = sentences[kind] ?? customerSentences[kind] ?? proofSentences[kind] ?? shopSentences[kind];
  return say ? say(was, now, speech, actorId) : kind.replaceAll(/[.-]/g, " ");
}

type Say = (was: Fields, now: Fields, speech: Speech, actorId: string | null) => string;

const sentences: Record<string, Say> = {
  "job.created": (_, now, speech) => {
    const due = now.dueOn ? `, due ${date(now.dueOn, speech)}` : "";
    const files = Number(now.files ?? 0);
    const pictures = files > 0 ? ` with ${files} ${files === 1 ? "file" : "files"}` : "";
    return `took it in to ${now.stage}${pictures}${due}`;
  },
  "job.moved": (was, now) => {
    if (was.stageId === now.stageId) return `changed its place in ${now.stage}`;
    const override = now.overrideReason ? ` without ${lacked(now.lacks)}: “${now.overrideReason}”` : "";
    return `moved it from ${was.stage} to ${now.stage}${override}`;
  },
  "job.edited": (was, now, speech) => changes(was, now, speech) || "changed the price",
  "job.delayed": (_, now, speech) => {
    const note = now.statusNote ? `: “${now.statusNote}”` : "";
    return `put it off to ${date(now.dueOn, speech)}${note}`;
  },
  "job.assigned": (_, now, __, actorId) =>
    now.memberId === actorId ? "took it on" : `assigned ${now.member}`,
  "job.unassigned": (was, _, __, actorId) =>
    was.memberId === actorId ? "stepped off it" : `took ${was.member} off it`,
  "job.inspected": (_, now) =>
    `${now.isPass ? "passed it" : "failed it"} in inspection${now.note ? `: “${now.note}”` : ""}`,
  "job.uninspected": (was) => `took the ${was.isPass ? "pass" : "fail"} back`,
  "job.retired": () => "took the job away",
  "job.restored": () => "put the job back",
  "part.added": (_, now) => `added ${now.quantity} × ${now.part}`,
  "part.edited": (was, now, speech) => `${changes(was, now, speech) || "changed the price"} (${was.part})`,
  "part.retired": (was) => `took ${was.quantity} × ${was.part} off`,
  "part.restored": (_, now) => `put ${now.quantity} × ${now.part} back`,
  "part.finished": (was, now) => {
    const of = `of ${was.part}`;
    const coats = list(now.coats);
    if (!coats) return `took the finish ${of} away`;
    return list(was.coats)
      ? `changed the finish ${of} from ${list(was.coats)} to ${coats}`
      : `chose ${coats} for ${was.part}`;
  },
  "lot.drawn": (_, now) =>
    `drew ${now.quantity} ${now.unit} of powder${now.lot ? ` from lot ${now.lot}` : ""}`,
  "lot.returned": (_, now) =>
    `put ${now.quantity} ${now.unit} of powder back${now.lot ? ` into lot ${now.lot}` : ""}`,
  "movement.reversed": (_, now) => {
    const lot = now.lot ? ` of lot ${now.lot}` : "";
    return `took back ${now.quantity} ${now.unit} of powder${lot}${now.reason ? `: “${now.reason}”` : ""}`;
  },
  "file.added": (_, now) =>
    `added ${filesIn(now)}${now.visibility === "shared" ? ", shared with the customer" : ""}`,
  "file.categorised": (_, now) => `filed ${filesIn(now)} under ${now.category}`,
  "file.shared": (_, now) => `shared ${filesIn(now)} with the customer`,
  "file.unshared": (_, now) => `made ${filesIn(now)} private`,
  "file.downloaded": (_, now) => `downloaded ${filesIn(now)}`,
  "file.retired": (_, now) => `took ${now.file} away`,
  "file.restored": (_, now) => `put ${now.file} back`,
  "comment.added": (_, now) => {
    const said = now.to ? `answered ${now.to}` : "commented";
    return now.proof ? `${said} on ${versionOf(now)}` : said;
  },
  "key.created": (_, now) => `made the key ${now.key} for another program`,
  "key.revoked": (was) => `revoked the key ${was.key}`,
  "backup.asked": () => "asked for a backup",
  "goals.changed": () => "changed the targets",
  "alerts.set": () => "changed when to be alerted",
  "alerts.changed": (_, now) => `raised ${now.raised} and ended ${now.ended} alerts`,
  "alert.resolved": () => "resolved an alert",
  "alert.reopened": () => "opened an alert again",
  "alert.snoozed": () => "snoozed an alert",
  "message.sent": (_, now) => `e-mailed ${now.to}: “${now.subject}”`,
  "message.kept": (_, now) => `kept an e-mail to ${now.to}: “${now.subject}”. No mail service is set up`,
  "message.failed": (_, now) => `could not e-mail ${now.to}: “${now.subject}”`,
  "message.retried": (_, now) => `sent an e-mail to ${now.to} again: “${now.subject}”`,
};

const filesIn = (now: Fields) => (Array.isArray(now.files) ? `${now.files.length} files` : String(now.file));

/** What a manager let a job go on without; moves of old name nothing and lacked a pass. */
const lacked = (lacks: unknown) =>
  Array.isArray(lacks)
    ? lacks.map((one) => (one === "proof" ? "an approved proof" : "a pass")).join(" and ")
    : "a pass";

const names: Record<string, string> = {
  dueOn: "the due date",
  agreedDueOn: "the agreed due date",
  priority: "the priority",
  poNumber: "the PO number",
  notes: "the notes",
  statusNote: "the status note",
  customer: "the customer",
  contactId: "the contact",
  priceCents: "the price",
  description: "the description",
  quantity: "the quantity",
  substrate: "the substrate",
  areaEachCm2: "the area",
  masking: "the masking",
  criticalAreas: "the critical areas",
};
/** Told by the change only, for both values would fill the screen or mean nothing. */
const unquoted = new Set(["notes", "statusNote", "masking", "criticalAreas", "contactId"]);

function changes(was: Fields, now: Fields, speech: Speech): string {
  const told = Object.keys(now).filter((field) => names[field]);
  const words = told.map((field) => change(field, was[field], now[field], speech));
  if ("pricedByLine" in now) words.unshift(now.pricedByLine ? "priced it by line" : "priced it as a whole");
  return words.join("; ");
}

function change(field: string, was: unknown, now: unknown, speech: Speech): string {
  const name = names[field] as string;
  if (isNothing(now)) return `cleared ${name}`;
  if (unquoted.has(field))
    return `${isNothing(was) ? "wrote" : "changed"} ${name}`.replace(
      "wrote the contact",
      "chose the contact",
    );
  const to = value(field, now, speech);
  return isNothing(was)
    ? `set ${name} to ${to}`
    : `changed ${name} from ${value(field, was, speech)} to ${to}`;
}

function value(field: string, held: unknown, speech: Speech): string {
  if (field === "dueOn" || field === "agreedDueOn") return date(held, speech);
  if (field === "priceCents") return formatMoney(Number(held), speech.currency, speech.locale);
  if (field === "areaEachCm2") return formatArea(Number(held), speech.units, speech.locale);
  return String(held);
}

const isNothing = (held: unknown) => held === null || held === undefined || held === "";
const list = (held: unknown) => (Array.isArray(held) && held.length > 0 ? held.join(" + ") : "");

const date = (held: unknown, { locale }: Speech): string => formatDay(String(held), locale);
