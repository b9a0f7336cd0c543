import type { Permission } from "@/db/vocabulary";

/** What each permission lets a person do, in the shop's words. */
export const permissionNames: Record<Permission, string> = {
  "prices.see": "See prices and costs",
  "jobs.edit": "Take in and edit jobs",
  "jobs.move": "Move jobs on the board",
  "jobs.comment": "Write comments",
  "inspection.override": "Let a job past inspection, with a reason",
  "customers.edit": "Add and edit customers",
  "powders.edit": "Keep powder and stock",
  "people.manage": "Invite people and change roles",
  "imports.run": "Import lists",
  "settings.edit": "Change the shop and its stages",
  "outbox.read": "Read the outbox",
  "proofs.ask": "Ask customers to approve proofs",
  "portal.invite": "Let customers into the portal",
  "lists.export": "Export lists",
  "keys.manage": "Make keys for other programs",
  "numbers.see": "See the dashboard and its alerts",
  "goals.edit": "Set targets and working days",
  "audit.read": "Search the whole history",
  "backups.run": "See and run backups",
};
