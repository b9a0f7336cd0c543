import { buildingTrades } from "./building-trades";
import { makerTrades } from "./maker-trades";
import type { TradeWords } from "./trade-words";
import { vehicleTrades } from "./vehicle-trades";

/** The trades that bring metal to a powder-coating shop, with what they bring and how they want it. */
export const trades = { ...buildingTrades, ...vehicleTrades, ...makerTrades };

export type Trade = keyof typeof trades;

export const tradeWords = (trade: Trade): TradeWords => trades[trade];
