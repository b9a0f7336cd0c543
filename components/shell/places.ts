import type { Permission } from "@/db/vocabulary";

export type Place = {
  id:
    | "board"
    | "jobs"
    | "customers"
    | "inbox"
    | "approvals"
    | "powders"
    | "dashboard"
    | "alerts"
    | "imports"
    | "settings";
  name: string;
  href: string;
  /** The letter that goes there after G. */
  key: string;
  /** Any one of these opens it; none named: every member's. */
  needs?: readonly Permission[];
};

export const places: readonly Place[] = [
  { id: "board", name: "Board", href: "/board", key: "b" },
  { id: "jobs", name: "Jobs", href: "/jobs", key: "j" },
  { id: "customers", name: "Customers", href: "/customers", key: "c" },
  { id: "inbox", name: "Inbox", href: "/inbox", key: "n" },
  { id: "approvals", name: "Approvals", href: "/approvals", key: "a", needs: ["proofs.ask"] },
  { id: "powders", name: "Powders", href: "/powders", key: "p" },
  { id: "dashboard", name: "Dashboard", href: "/dashboard", key: "d", needs: ["numbers.see"] },
  { id: "alerts", name: "Alerts", href: "/alerts", key: "l", needs: ["numbers.see"] },
  { id: "imports", name: "Import", href: "/imports", key: "i", needs: ["imports.run"] },
  {
    id: "settings",
    name: "Settings",
    href: "/settings",
    key: "s",
    needs: ["settings.edit", "people.manage", "outbox.read"],
  },
];

/** The places a member with these permissions may go, in the order of the rail. */
export function placesFor(held: readonly Permission[]): Place[] {
  return places.filter((place) => !place.needs || place.needs.some((one) => held.includes(one)));
}
