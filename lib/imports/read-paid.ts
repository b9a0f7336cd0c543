import { wordKey } from "./word-key";

export type Paid = "yes" | "no" | "partial" | "blank" | "unknown";

const yes =
  /^(?:y|yes|paid|pd|p|x|✓|✔|true|1|ok|cash|card|cc|visa|mc|amex|debit|credit card|zelle|venmo|ach|wire|settled|cleared|full|in full|paid in full|(?:ck|chk|check|cheque|cq)\b.*|j|ja|bezahlt|bez|bar|barzahlung|ec|karte|uberwiesen|uberweisung|beglichen|oui|o|paye|payee|regle|cheque|cb|espece|especes|virement|si|s|pagado|pagada|cobrado|efectivo|transferencia|tarjeta|pagato|pagata|saldato|contanti|bonifico|carta|betaald|contant|pin|pinpas|overgemaakt)$/;
const no =
  /^(?:n|no|unpaid|owes?|due|open|not paid|false|0|invoiced?|billed|bill|on account|acct|account|net\s?\d+|\d+\s?(?:days|tage|jours|dias|giorni|dagen)|cod|nein|offen|unbezahlt|rechnung|auf rechnung|non|impaye|a payer|facture|sur facture|pendiente|no pagado|factura|non pagato|da pagare|fattura|nee|niet betaald|openstaand|op rekening|factuur)$/;
const partial =
  /^(?:dep|depo|deposit|dep\b.*|part|partial|partly|half|1\/2|\d{1,2}\s?%.*|\d{1,2}\s?%\s?(?:down|dep)|anz|anzahlung|teilzahlung|teilweise|acompte|partiel|anticipo|parcial|a cuenta|acconto|parziale|aanbetaling|deels)$/;

/** What a cell says of payment: yes, no, partial, or a word nobody taught it. */
export function readPaid(text: string): Paid {
  const trimmed = text.trim();
  if (trimmed === "") return "blank";
  const key = wordKey(trimmed);
  if (/^100\s?%$/.test(trimmed) || yes.test(key)) return "yes";
  if (partial.test(key)) return "partial";
  return no.test(key) ? "no" : "unknown";
}

export const isPaidWord = (text: string): boolean => readPaid(text) !== "unknown";
