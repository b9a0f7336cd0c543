import type { TradeWords } from "./trade-words";

/** Trades that bring what stands on a building or in a street. */
export const buildingTrades = {
  railings: {
    firms: ["Railings", "Ornamental Iron", "Stairworks", "Fabrication"],
    kind: "Fabricator",
    parts: [
      ["Guard rail sections, 6 ft", 14, 22, 4, 24, "steel", 4.2, "Tape the base-plate undersides"],
      ["Stair handrail with returns", 6, 10, 2, 8, "steel", 5.5],
      ["Balcony railing panels", 18, 30, 3, 16, "galvanised", 4.6, "Plug the weep holes"],
      ["Newel posts", 3, 5, 2, 10, "steel", 6],
      ["Base plates", 0.6, 1.2, 12, 60, "steel", 4.5, "Plug the anchor holes"],
      ["Spiral stair treads", 5, 7, 10, 16, "steel", 5],
    ],
    palette: ["black-satin", "black-gloss", "black-texture", "bronze-texture", "anthracite", "white-gloss"],
    layered: [
      ["zinc-primer", "black-satin"],
      ["zinc-primer", "black-texture"],
    ],
  },
  gates: {
    firms: ["Fence & Gate", "Gate Company", "Fencing"],
    kind: "Fabricator",
    parts: [
      ["Driveway gate leaf", 60, 110, 1, 2, "steel", 3.8, "Mask the hinge barrels"],
      ["Pedestrian gate", 22, 34, 1, 3, "steel", 4.4, "Mask the latch keep"],
      ["Fence panels, 8 ft", 38, 52, 6, 32, "galvanised", 3.2],
      ["Fence posts, 8 ft", 5, 7, 8, 48, "galvanised", 3.6],
      ["Gate hinge sets", 0.5, 0.9, 4, 20, "steel", 9, "Mask the pins"],
    ],
    palette: ["black-satin", "black-texture", "moss-green", "anthracite", "bronze-texture", "chocolate"],
    layered: [["zinc-primer", "black-satin"]],
  },
  architecture: {
    firms: ["Architectural Metals", "Facades", "Glazing", "Canopies"],
    kind: "Contractor",
    parts: [
      ["Window frame extrusions, 20 ft", 9, 14, 10, 60, "aluminium", 3],
      ["Louvre panels", 16, 30, 4, 24, "aluminium", 3.4],
      ["Fascia panels", 12, 22, 6, 40, "aluminium", 3.1, "Keep the return edges bare for bonding"],
      ["Canopy frame", 40, 75, 1, 4, "steel", 3.9],
      ["Column covers", 18, 30, 2, 12, "aluminium", 3.6],
    ],
    palette: [
      "anthracite-matte",
      "white-aluminium",
      "graphite",
      "champagne",
      "black-grey",
      "white-satin",
      "grey-aluminium",
      "bronze-texture",
    ],
    layered: [["epoxy-primer", "anthracite-matte"]],
  },
  parks: {
    firms: ["Parks Department", "School District", "Playgrounds", "Transit"],
    kind: "Public",
    parts: [
      ["Park bench frames", 10, 14, 4, 24, "cast iron", 4.4],
      ["Bike racks", 9, 14, 2, 16, "galvanised", 4],
      ["Bollards", 7, 10, 4, 30, "steel", 3.8],
      ["Playground ladders", 12, 18, 1, 8, "steel", 4.4],
      ["Litter-bin surrounds", 14, 19, 2, 16, "steel", 3.9],
      ["Hydrant bonnets", 2, 3, 10, 40, "cast iron", 6, "Mask the operating nut"],
    ],
    palette: [
      "traffic-green",
      "insignia-blue",
      "hydrant-red",
      "yellow-green",
      "black-texture",
      "signal-yellow",
      "haze-grey",
    ],
    layered: [["zinc-primer", "traffic-green"]],
  },
  radiators: {
    firms: ["Restorations", "Heating & Radiator", "Salvage"],
    kind: "Restoration",
    parts: [
      ["Cast-iron radiator, 6 columns", 22, 34, 1, 6, "cast iron", 6, "Plug the ports"],
      ["Floor grilles", 1.5, 3, 2, 18, "cast iron", 10],
      ["Stove doors", 2, 3, 1, 4, "cast iron", 16, "Mask the glass seat"],
      ["Patio set, six pieces", 40, 56, 1, 1, "steel", 7],
    ],
    palette: ["pure-white", "ivory", "silver-vein", "copper-vein", "graphite-black", "sepia", "grey-brown"],
  },
} as const satisfies Record<string, TradeWords>;
