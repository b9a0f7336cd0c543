import type { Substrate } from "../vocabulary";

export type Trade = keyof typeof trades;

/** What, least and most ft² each, least and most pieces, substrate, price a ft², what is masked. */
export type PartKind = readonly [string, number, number, number, number, Substrate, number, string?];

type TradeWords = {
  /** What its firms are called after their own name. */
  firms: readonly string[];
  kind: string;
  parts: readonly PartKind[];
  /** Powders it asks for, the usual ones first. */
  palette: readonly string[];
  /** Finishes of more than one coat it asks for, by powder. */
  layered?: readonly (readonly string[])[];
};

/** The trades that bring metal to a powder-coating shop, with what they bring and how they want it. */
export const trades = {
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
  wheels: {
    firms: ["Wheel & Tire", "Motorsport", "Customs", "Garage"],
    kind: "Automotive",
    parts: [
      ["Wheels, 17 in", 5, 6, 4, 4, "cast aluminium", 17, "Mask hub bores and lug seats"],
      ["Wheels, 20 in forged", 6, 8, 4, 4, "aluminium", 19, "Mask hub bores and lug seats"],
      ["Brake calipers", 0.8, 1.1, 4, 4, "cast iron", 38, "Plug bleeders, mask the piston faces"],
      ["Valve cover", 1.5, 2.5, 1, 2, "cast aluminium", 42, "Mask the gasket face"],
      ["Intake manifold", 3, 5, 1, 1, "cast aluminium", 40, "Plug the runners and sensor ports"],
      ["Suspension arms", 2, 3, 2, 8, "steel", 15, "Mask the bushing bores"],
      ["Roll cage, welded", 45, 60, 1, 1, "steel", 7],
      ["Truck bumper", 12, 18, 1, 2, "steel", 9],
    ],
    palette: [
      "black-gloss",
      "black-satin",
      "gunmetal",
      "champagne",
      "white-gloss",
      "traffic-red",
      "sky-blue",
    ],
    layered: [
      ["silver", "cranberry-candy", "clear-gloss"],
      ["silver", "lagoon-candy", "clear-gloss"],
      ["silver", "amber-candy", "clear-gloss"],
      ["midnight-flake", "clear-gloss"],
      ["gunmetal", "clear-matte"],
    ],
  },
  motorcycles: {
    firms: ["Cycle Works", "Moto", "Choppers"],
    kind: "Automotive",
    parts: [
      ["Motorcycle frame", 9, 13, 1, 1, "steel", 18, "Mask head tube, VIN plate and pivot bores"],
      ["Swingarm", 3, 5, 1, 1, "steel", 22, "Mask the pivot bore"],
      ["Spoked wheel set, hubs and rims", 4, 6, 1, 2, "aluminium", 30, "Mask the bearing seats"],
      ["Engine covers", 1.2, 2, 2, 4, "cast aluminium", 34, "Mask the gasket faces"],
      ["Fork lowers", 1.5, 2, 2, 2, "cast aluminium", 32, "Plug the tubes"],
    ],
    palette: [
      "black-wrinkle",
      "black-gloss",
      "red-wrinkle",
      "orange",
      "traffic-red",
      "grey-hammer",
      "copper-vein",
    ],
    layered: [
      ["silver", "violet-candy", "clear-gloss"],
      ["silver", "lime-candy", "clear-gloss"],
      ["silver", "cranberry-candy", "clear-gloss"],
    ],
  },
  bicycles: {
    firms: ["Frameworks", "Bicycles", "Bike Coop"],
    kind: "Retail",
    parts: [
      ["Bicycle frame and fork", 4, 5.5, 1, 6, "steel", 32, "Mask bottom bracket, head tube and dropouts"],
      ["Cargo bike frame", 8, 11, 1, 3, "steel", 24, "Mask bottom bracket and head tube"],
      ["Handlebars and stems", 0.8, 1.2, 2, 12, "aluminium", 20],
      ["Racks and fender stays", 1.2, 2, 2, 16, "steel", 12],
    ],
    palette: [
      "pastel-blue",
      "traffic-orange",
      "mint-green",
      "cream",
      "ruby",
      "pale-green",
      "traffic-purple",
      "melon",
    ],
    layered: [
      ["silver", "lime-candy", "clear-gloss"],
      ["signal-white", "clear-matte"],
    ],
  },
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
  farm: {
    firms: ["Implement", "Trailers", "Ag Supply", "Tractor"],
    kind: "Manufacturer",
    parts: [
      ["Trailer fenders", 6, 9, 2, 12, "steel", 4],
      ["Hitches", 3, 6, 2, 20, "steel", 4.6, "Mask the receiver bore"],
      ["Implement frame", 36, 66, 1, 3, "steel", 3.2, "Mask the pin bores"],
      ["Tool boxes", 16, 24, 1, 8, "aluminium", 4],
      ["Bale spears", 4, 6, 2, 12, "steel", 4.4],
    ],
    palette: [
      "leaf-green",
      "safety-yellow",
      "traffic-red",
      "orange",
      "black-gloss",
      "plant-yellow",
      "ultramarine",
    ],
  },
  marine: {
    firms: ["Marine", "Boat Works", "Yacht Services"],
    kind: "Manufacturer",
    parts: [
      ["T-top frame", 32, 50, 1, 2, "aluminium", 6.4, "Plug the rod-holder tubes"],
      ["Wake tower", 26, 38, 1, 1, "aluminium", 7, "Mask the pivot faces"],
      ["Bow rails", 8, 14, 1, 4, "aluminium", 7],
      ["Davit arms", 6, 9, 2, 4, "aluminium", 6.6],
    ],
    palette: ["white-gloss", "signal-white", "black-gloss", "cobalt", "telegrey"],
    layered: [["epoxy-primer", "white-gloss"]],
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

export const tradeWords = (trade: Trade): TradeWords => trades[trade];
