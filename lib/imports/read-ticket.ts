/** A job's number without the marks people put before it: "# 8554", "No. 8554", "Job 8554" are 8554. */
export function readTicket(text: string): string {
  const bare = text
    .trim()
    .replace(
      /^(?:#|n[°ºro.]*\s|no\.?\s|nr\.?\s*|job|ticket|wo|w\/o|order|auftrag|commande|pedido|ordine)?\s*[#:]*\s*(?=[\p{L}\p{N}])/iu,
      "",
    );
  return bare.trim() || text.trim();
}

export const ticketKey = (ticket: string): string => ticket.toUpperCase().replace(/[\s#]/g, "");

/** The number that a rework's ticket names: 8580 for 8580R and 8580-R1; null for any other ticket. */
export function reworkOf(ticket: string): string | null {
  return /^(.*\d)\s*-?\s*(?:r|rw|rework)\s*\d?$/i.exec(ticket)?.[1] ?? null;
}
