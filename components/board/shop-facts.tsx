"use client";

import { createContext, use } from "react";
import type { UnitSystem } from "@/db/vocabulary";

/** What cards need to know of the shop and its reader to show dates, areas and permissions. */
export type ShopFacts = {
  memberId: string;
  locale: string;
  units: UnitSystem;
  timeZone: string;
  today: string;
  mayMove: boolean;
  mayOverride: boolean;
  mayCreate: boolean;
};

export const ShopFactsContext = createContext<ShopFacts | null>(null);

export function useShopFacts(): ShopFacts {
  const facts = use(ShopFactsContext);
  if (!facts) throw new Error("ShopFacts are missing above this component");
  return facts;
}
