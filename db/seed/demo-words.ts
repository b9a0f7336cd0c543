/** What people of the shop write. `{first}` is the customer's first name, `{parts}` the first part, `{colour}` the colour. */
export const passNotes = [
  "",
  "",
  "Even all round. Adhesion 5B.",
  "Gloss on target, no orange peel.",
  "Film in range on every tenth piece.",
  "Checked against the colour panel. Good match.",
  "Adhesion 5B, solvent rub passed.",
  "One light dust nib polished out.",
] as const;

export const failNotes = [
  "Thin at the inside corners. Back for another pass.",
  "Outgassing pinholes on the welds. Sand, bake out and recoat.",
  "Orange peel on the front face. Sand and recoat.",
  "Contamination near the hanger. Strip the spot and recoat.",
  "Gloss low on two pieces, under-cured at the bottom of the rack.",
  "Bare spot behind the bracket.",
  "Runs on the lower edge. Sand flat and recoat.",
] as const;

export const overrideReasons = [
  "Customer collects today and inspected the parts himself.",
  "Test pieces, not for sale. Agreed on the phone.",
  "Gauge is away for calibration. Compared with the panel by eye.",
  "Inside parts, looks do not matter. Customer signed off.",
] as const;

export const jobNotes = [
  "Match the railings we did last spring.",
  "Customer drops off on Thursday morning.",
  "Pack in pairs with paper between.",
  "Threads must stay clean.",
  "Show face outward, hang from the back holes.",
  "Old paint under it: strip before the blast.",
  "Needs a certificate with the delivery.",
  "Bolts and washers are in the box. Please return them.",
  "Photos before and after, please.",
  "Call before starting: one piece may have a cracked weld.",
  "Deliver with the rest of the order.",
  "Bake out first, the castings gassed last time.",
  "Light blast only, thin sheet.",
] as const;

type Remark = { says: string; answer?: string };

/** Said inside the shop, by when. */
export const remarks = {
  quoted: [
    { says: "Quote sent, good for 30 days." },
    { says: "They asked for a second price with primer.", answer: "Sent. They lean to the one without." },
    { says: "Price is per piece, they may bring more of them." },
  ],
  takenIn: [
    { says: "Counted twice, all there: {parts}. Two scratches from shipping, photos to follow." },
    {
      says: "They want these early if we can. No promise made.",
      answer: "Rack space on Wednesday. I will try.",
    },
    { says: "Same finish as last time, recipe is on the old job." },
    {
      says: "@{manager} price is tight, please do not add a second coat.",
      answer: "Understood, single coat it is.",
    },
    { says: "Came in wet. Standing by the heater until tomorrow." },
    { says: "Customer's own hangers are in the crate, use those." },
  ],
  prep: [
    { says: "Heavy mill scale, needs a second pass in the blast." },
    {
      says: "Found silicone on two pieces. Washed them again, hot.",
      answer: "Thanks. Keep them apart until they are dry.",
    },
    { says: "Old galvanising is soft here. Sweep blast at low pressure only." },
    { says: "@{first coater} the inside corners hold grit, blow out well." },
    { says: "Baked out for an hour before anything else.", answer: "Good, that is what bit us last time." },
  ],
  coating: [
    { says: "First pass on, colour covers well." },
    { says: "Used the open box of {colour} first, a little is left in it." },
    { says: "Faraday corners needed lower kV. Noted on the recipe." },
    {
      says: "@{manager} is the second lot the same shade? It looks a touch warmer to me.",
      answer: "Sprayed a panel from both: same. Go on.",
    },
    { says: "Held for half a shift, booth was set up for white." },
  ],
  ready: [
    { says: "Wrapped and on the pick-up rack, row C." },
    { says: "Left a message, nobody picked up.", answer: "Reached them. They come on Friday." },
    { says: "Two bundles and one box. @{office} please count with them at the dock." },
    { says: "Customer was happy, wants the same on the next batch." },
  ],
} as const satisfies Record<string, readonly Remark[]>;

/** Said to the customer, by when. */
export const lettersToCustomers = {
  quoted: [
    { says: "Hi {first}, thank you for asking. The price for your {parts} is in your mail." },
    {
      says: "Hi {first}, we can do {colour}, it is on the shelf. Tell us when you would like to bring the parts.",
    },
  ],
  takenIn: [
    { says: "Hi {first}, we have your {parts} here, counted. We will write when the booth is ours." },
    {
      says: "Hi {first}, everything arrived in good order. {colour} is on the shelf, so we can start on time.",
    },
    {
      says: "Hi {first}, one weld looks open at the foot. Shall we go ahead as it is?",
      answer: "Thank you for calling back, {first}. We go ahead as it is.",
    },
  ],
  coating: [
    { says: "Hi {first}, we coat your {parts} today.", answer: "The first piece is done and looks good." },
    { says: "Hi {first}, a short delay: the oven was down this morning. Still in time for your date." },
  ],
  ready: [
    {
      says: "Hi {first}, we have finished your {parts}. Open from 7 to 4.",
      answer: "See you tomorrow morning, then.",
    },
    { says: "Hi {first}, all done and wrapped. Ask for the pick-up rack at the counter." },
    { says: "Good news, {first}: {colour} came out beautifully. Ready whenever you are." },
  ],
} as const satisfies Record<string, readonly Remark[]>;

export const wasteReasons = [
  "Tipped over at the booth.",
  "Contaminated with the last colour.",
  "Past its date, the test panel failed.",
  "Caked from damp.",
] as const;

export const countReasons = ["Half-year count.", "Counted while cleaning the shelf."] as const;
