import type { UnitSystem } from "@/db/vocabulary";

/** What the intake form needs of the shop and of who fills it in. */
export type IntakeFacts = {
  me: string;
  members: { id: string; name: string }[];
  /** The customer the form was opened for. */
  customer: { id: string; name: string } | null;
  maySeePrices: boolean;
  mayAddCustomers: boolean;
  shop: { units: UnitSystem; locale: string; currency: string; today: string };
};
