import type { TradeWords } from "./trade-words";

/** Trades that bring what they make in numbers. */
export const makerTrades = {
  furniture: {
    firms: ["Furniture", "Outdoor Living", "Design Studio", "Woodshop"],
    kind: "Manufacturer",
    parts: [
      ["Chair frames", 5, 7, 6, 40, "steel", 4.8, "Plug the glide holes"],
      ["Table bases", 8, 14, 2, 20, "steel", 4.6, "Mask the levelling threads"],
      ["Bench frames", 9, 13, 2, 16, "steel", 4.4],
      ["Shelf brackets", 0.4, 0.8, 40, 240, "steel", 4],
      ["Planter boxes", 12, 20, 2, 12, "aluminium", 4.2],
      ["Lounge chair frames", 9, 12, 4, 24, "aluminium", 4.8],
    ],
    palette: [
      "black-matte",
      "white-satin",
      "sand-texture",
      "reseda",
      "cream",
      "oyster",
      "traffic-orange",
      "wine-red",
    ],
  },
  machines: {
    firms: ["Machine Works", "Automation", "Controls", "Equipment"],
    kind: "Manufacturer",
    parts: [
      ["Machine guards", 10, 26, 2, 20, "steel", 3.1],
      ["Control cabinets", 24, 46, 1, 8, "steel", 3.2, "Mask the ground studs and gasket lip"],
      ["Base frames, welded", 34, 70, 1, 4, "steel", 3, "Mask the machined pads"],
      ["Mounting brackets", 0.3, 1.2, 20, 300, "steel", 3.6, "Plug M8 threads"],
      ["Conveyor side plates", 7, 12, 4, 40, "steel", 2.9],
      ["Hopper", 40, 64, 1, 2, "stainless", 3.6],
    ],
    palette: [
      "light-grey",
      "safety-yellow",
      "signal-blue",
      "window-grey",
      "anthracite",
      "traffic-red",
      "dusty-grey",
      "gentian",
    ],
    layered: [["epoxy-primer", "light-grey"]],
  },
  signs: {
    firms: ["Signs", "Lighting", "Sign & Light"],
    kind: "Manufacturer",
    parts: [
      ["Sign cabinets", 20, 44, 1, 4, "aluminium", 4],
      ["Light poles, 12 ft", 14, 20, 2, 12, "steel", 3.8, "Mask the handhole ground lug"],
      ["Lamp housings", 2, 4, 6, 48, "cast aluminium", 5.2, "Mask the lens seat"],
      ["Letter sets", 8, 16, 1, 3, "aluminium", 6],
    ],
    palette: [
      "black-gloss",
      "signal-white",
      "traffic-blue",
      "moss-green",
      "traffic-red",
      "silver-vein",
      "zinc-yellow",
    ],
  },
  defence: {
    firms: ["Field Systems", "Aerospace Ground Support"],
    kind: "Manufacturer",
    parts: [
      ["Equipment cases", 12, 20, 2, 20, "aluminium", 5.2, "Mask the gasket groove and bond pads"],
      ["Rack frames", 14, 24, 1, 10, "steel", 4.8, "Mask the ground lugs"],
      ["Tow bars", 8, 12, 1, 6, "steel", 5],
    ],
    palette: ["camo-green", "camo-tan", "aircraft-black", "haze-grey"],
    layered: [["epoxy-primer", "camo-tan"]],
  },
  fitness: {
    firms: ["Strength", "Barbell", "Fitness Equipment"],
    kind: "Manufacturer",
    parts: [
      ["Rack uprights", 7, 9, 4, 40, "steel", 3.4],
      ["Bench frames", 8, 11, 2, 24, "steel", 3.8],
      ["Storage trees", 6, 9, 2, 16, "steel", 3.8],
    ],
    palette: ["black-texture", "signal-black", "flame-red", "sky-blue", "white-satin"],
  },
} as const satisfies Record<string, TradeWords>;
