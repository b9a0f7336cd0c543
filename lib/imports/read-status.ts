import type { StageKind } from "@/db/vocabulary";
import { wordKey } from "./word-key";

/** What a status word means on any shop's floor. */
type StatusConcept =
  | "quoted"
  | "received"
  | "waiting"
  | "prep"
  | "masking"
  | "coating"
  | "curing"
  | "working"
  | "inspecting"
  | "ready"
  | "delivered"
  | "cancelled";

const words: Record<StatusConcept, string> = {
  quoted:
    "quoted|quote|quote sent|qt|qt sent|qtd|quoting|estimate|estimated|est sent|bid|proposal|angebot|angeboten|angebot raus|offerte|devis|devis envoye|devise|presupuesto|presupuestado|cotizado|cotizacion|preventivo|preventivo inviato|offerta|offerte verstuurd",
  received:
    "received|rec'd|recd|rcvd|rec|in|here|in house|in shop|arrived|checked in|dropped off|new|booked|not started|to do|todo|queue|queued|in queue|intake|eingegangen|eingang|angenommen|angeliefert|da|neu|erfasst|recu|arrive|entre|nouveau|recibido|entrada|en taller|nuevo|ricevuto|arrivato|in entrata|nuovo|ontvangen|binnen|nieuw",
  waiting:
    "waiting|on hold|hold|wait|waiting on powder|waiting for powder|waiting on parts|waiting for parts|waiting on customer|waiting on approval|powder on order|on order|wartet|warten|wartet auf pulver|wartet auf teile|pulver bestellt|zuruckgestellt|en attente|attente poudre|attente pieces|en espera|esperando polvo|esperando|in attesa|attesa polvere|wacht|wachten|wacht op poeder|in wacht",
  prep: "prep|prepping|prepped|in prep|blast|blasting|blasted|sandblast|sandblasting|sandblasted|sanding|sanded|strip|stripping|stripped|strip tank|in strip tank|in strip|stripper|burn off|burnoff|chem strip|degrease|degreasing|wash|washing|washed|clean|cleaning|cleaned|outgas|outgassing|grinding|phosphate|pretreat|pretreatment|bead blast|vorbereitung|in vorbereitung|gestrahlt|strahlen|wird gestrahlt|beim strahlen|beim strahler|sandgestrahlt|entlackt|entlacken|entlackung|entfettet|gereinigt|vorbehandelt|vorbehandlung|gewaschen|preparation|en preparation|sablage|sable|decapage|decape|degraissage|preparacion|en preparacion|granallado|chorreado|decapado|lavado|preparazione|in preparazione|sabbiato|sabbiatura|sverniciato|lavaggio|voorbereiding|gestraald|stralen|ontlakt|ontvet|gereinigd",
  masking:
    "masking|mask|masked|being masked|taped|taped up|taping|tape|plugged|plugging|abgeklebt|abkleben|maskiert|maskieren|maskierung|abdecken|abgedeckt|masquage|masque|en masquage|enmascarado|enmascarando|mascherato|mascheratura|afgeplakt|afplakken|maskeren",
  coating:
    "coating|coat|coated|being coated|in booth|booth|spray|spraying|sprayed|shooting|shoot|shot|shooting today|painting|painted|paint|powdering|powdered|on rack|on the rack|racked|rack|hung|hanging|on line|on the line|primed|base coat|beschichtung|in beschichtung|beschichtet|pulvern|gepulvert|lackiert|lackieren|aufgehangt|hangt|am gehange|am haken|auf gestell|wird beschichtet|wird gepulvert|wird lackiert|in kabine|kabine|poudrage|en poudrage|thermolaquage|peinture|accroche|pintando|pintado|pintura|colgado|en cabina|verniciatura|in verniciatura|verniciato|appeso|in cabina|coaten|gecoat|spuiten|gespoten|opgehangen",
  curing:
    "curing|cure|cured|in oven|in the oven|oven|bake|baking|baked|ofen|im ofen|einbrennen|eingebrannt|four|au four|cuisson|en cuisson|horno|en horno|en el horno|curado|curando|forno|in forno|cottura|oven|in de oven|moffelen|uitharden",
  working:
    "in production|in progress|wip|working|in work|working on it|started|in process|in arbeit|in produktion|in bearbeitung|en cours|en production|en produccion|en proceso|in lavorazione|in produzione|in behandeling|in productie",
  inspecting:
    "qc|qa|q c|q a|inspect|inspection|inspecting|inspected|in inspection|check|checking|final check|check w gauge|check gauge|mil check|measure|testing|quality|quality check|prufung|in prufung|prufen|gepruft|kontrolle|endkontrolle|qs|messen|controle|en controle|controle qualite|cq|verification|control|control de calidad|inspeccion|en inspeccion|revision|controllo|controllo qualita|collaudo|keuring|kwaliteitscontrole|inspectie",
  ready:
    "ready|rdy|ready for pickup|ready for pick up|ready to go|ready to ship|ready p/u|ready pu|packed|packing|packaged|boxed|waiting on pickup|waiting for pickup|awaiting pickup|on shelf|bereit|abholbereit|versandbereit|steht bereit|verpackt|pret|pret a retirer|a retirer|emballe|disponible|listo|listo para recoger|preparado|embalado|pronto|pronto al ritiro|da ritirare|imballato|klaar|gereed|klaar voor afhalen|verpakt",
  delivered:
    "delivered|done|complete|completed|comp|finished|closed|picked up|pickedup|p/u|pu|p u|p/up|gone|shipped|out the door|dlvd|geliefert|ausgeliefert|abgeholt|erledigt|abgeschlossen|ausgang|raus|weg|versendet|verschickt|livre|livree|retire|enleve|termine|terminee|expedie|cloture|parti|sorti|entregado|entregada|retirado|recogido|terminado|enviado|cerrado|salido|consegnato|consegnata|ritirato|spedito|chiuso|evaso|uscito|afgehaald|opgehaald|geleverd|afgeleverd|verzonden|afgerond|voltooid|afgesloten",
  cancelled:
    "cancelled|canceled|cancel|cxl|cxld|void|voided|scrap|scrapped|no show|customer no show|cust no show|refused|rejected|lost|declined|dead|returned uncoated|abandoned|storniert|storno|abgesagt|verworfen|ausschuss|abgelehnt|annule|annulee|refuse|rebut|perdu|cancelado|cancelada|anulado|rechazado|perdido|annullato|rifiutato|scartato|perso|geannuleerd|afgewezen|vervallen|afgekeurd",
};

const concepts = new Map<string, StatusConcept>();
let longest = 1;
for (const [concept, list] of Object.entries(words) as [StatusConcept, string][]) {
  for (const phrase of list.split("|")) {
    if (!concepts.has(phrase)) concepts.set(phrase, concept);
    longest = Math.max(longest, phrase.split(" ").length);
  }
}

/** Words that add nothing to the stage: who was told, and when. */
const harmless = new Set(
  (
    "lvm lm vm left msg message called call told texted text emailed email by cust customer today tomorrow yesterday now am pm w with on at the in for to and is was up mon tue wed thu fri sat sun " +
    "monday tuesday wednesday thursday friday saturday sunday gauge gage booth rack line tank am vom den heute morgen kunde angerufen wird beim schon ist an zum verstandigt informiert le la appele client hoy el cliente llamado oggi il chiamato vandaag klant"
  ).split(" "),
);
const doubtful =
  /\?|\b(?:not|no|nicht|non|niet|half|halb|almost|nearly|partly|partial(?:ly)?|part|teilweise|fast|presque|casi|quasi|bijna|maybe|or|oder|ask|see|find)\b|\d\s*\/\s*\d\s+(?:done|complete|fertig)|\d+\s*%/;

const fraction = /^(?:1\/[234]|2\/3|3\/4)$/;

/** The status without dates, times and marks. */
export function statusKey(text: string): string {
  return wordKey(text)
    .replace(/\b\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?\.?(?=\s|$)|\b\d{1,2}:\d{2}\b/g, (found, at: number) =>
      at === 0 && fraction.test(found) ? found : " ",
    )
    .replace(/[^\p{L}\p{N}/'?% ]+|\/(?=\s|$)/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** What a status means, or null where the word is unknown, doubtful, or says two things. */
export function conceptOf(text: string): StatusConcept | null {
  const key = statusKey(text);
  const whole = concepts.get(key);
  if (whole) return whole;
  if (key === "" || doubtful.test(key)) return null;
  const tokens = key.split(" ").filter((token) => !/^\d+$/.test(token));
  const found = new Set<StatusConcept>();
  for (let i = 0; i < tokens.length; ) {
    const length = phraseLength(tokens, i);
    const concept = length === 0 ? undefined : concepts.get(tokens.slice(i, i + length).join(" "));
    if (concept === "waiting" && i === 0) return "waiting";
    if (concept && !(harmless.has(tokens[i] ?? "") && length === 1 && i > 0)) found.add(concept);
    else if (!harmless.has(tokens[i] ?? "")) return null;
    i += Math.max(1, length);
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function phraseLength(tokens: string[], at: number): number {
  for (let length = Math.min(longest, tokens.length - at); length > 0; length--) {
    if (concepts.has(tokens.slice(at, at + length).join(" "))) return length;
  }
  return 0;
}

export type ShopStage = { id: string; name: string; kind: StageKind };

const kindOf: Record<StatusConcept, StageKind> = {
  quoted: "quoted",
  received: "waiting",
  waiting: "waiting",
  prep: "working",
  masking: "working",
  coating: "working",
  curing: "working",
  working: "working",
  inspecting: "inspecting",
  ready: "ready",
  delivered: "delivered",
  cancelled: "cancelled",
};

/**
 * The shop's stage for a status: by the stage's own name, else by what the word means. Null asks: unknown words, several
 * stages that fit, and everything cancelled, which no default stage means.
 */
export function findStage(text: string, stages: readonly ShopStage[]): ShopStage | null {
  const key = statusKey(text);
  const named = stages.filter((stage) => statusKey(stage.name) === key);
  if (named.length === 1) return named[0] ?? null;
  const concept = conceptOf(text);
  if (concept === null || concept === "cancelled") return null;
  const ofKind = stages.filter((stage) => stage.kind === kindOf[concept]);
  const alike = ofKind.filter((stage) => conceptOf(stage.name) === concept);
  if (alike.length > 0) return alike[0] ?? null;
  if (concept === "waiting" || concept === "received" || ofKind.length === 1) return ofKind[0] ?? null;
  return null;
}
