import type { Scope } from "@/db/vocabulary";

/** What a key with a scope may do, in the shop's words. */
export const scopeNames: Record<Scope, string> = {
  "jobs:read": "Read jobs, parts and stages",
  "jobs:write": "Take in, edit and move jobs",
  "comments:read": "Read comments",
  "comments:write": "Write comments",
  "customers:read": "Read customers and contacts",
  "customers:write": "Add and edit customers and contacts",
  "powders:read": "Read powders, lots and the ledger",
  "powders:write": "Keep powders, lots and the ledger",
  "proofs:read": "Read proofs and decisions",
  "events:read": "Read the history of what it may read",
  prices: "See and set prices and costs",
};
