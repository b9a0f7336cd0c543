/** The shop's own words, safe in the browser. */

export const stageKinds = [
  "quoted",
  "waiting",
  "working",
  "inspecting",
  "ready",
  "delivered",
  "cancelled",
] as const;
export type StageKind = (typeof stageKinds)[number];

export const defaultStages: readonly { name: string; kind: StageKind }[] = [
  { name: "Quoted", kind: "quoted" },
  { name: "Received", kind: "waiting" },
  { name: "Prep", kind: "working" },
  { name: "Masking", kind: "working" },
  { name: "Coating", kind: "working" },
  { name: "Curing", kind: "working" },
  { name: "QC", kind: "inspecting" },
  { name: "Ready", kind: "ready" },
  { name: "Delivered", kind: "delivered" },
];

export const roles = ["owner", "manager", "office", "coater"] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  "prices.see",
  "jobs.edit",
  "jobs.move",
  "jobs.comment",
  "inspection.override",
  "customers.edit",
  "powders.edit",
  "people.manage",
  "imports.run",
  "settings.edit",
  "outbox.read",
  "lists.export",
  "proofs.ask",
  "portal.invite",
  "keys.manage",
  "numbers.see",
  "goals.edit",
  "audit.read",
  "backups.run",
] as const;
export type Permission = (typeof permissions)[number];

const floor: readonly Permission[] = ["jobs.edit", "jobs.move", "jobs.comment", "powders.edit"];
const desk: readonly Permission[] = [
  ...floor,
  "prices.see",
  "customers.edit",
  "lists.export",
  "proofs.ask",
  "portal.invite",
];

export const rolePermissions: Record<Role, readonly Permission[]> = {
  owner: permissions,
  manager: [...desk, "inspection.override", "imports.run", "settings.edit", "people.manage", "numbers.see"],
  office: [...desk, "imports.run"],
  coater: floor,
};

/** What a key of the API may be made for. */
export const scopes = [
  "jobs:read",
  "jobs:write",
  "comments:read",
  "comments:write",
  "customers:read",
  "customers:write",
  "powders:read",
  "powders:write",
  "proofs:read",
  "events:read",
  "prices",
] as const;
export type Scope = (typeof scopes)[number];

/** What a scope lets a key do beyond reading what it names. */
export const scopePermissions: Record<Scope, readonly Permission[]> = {
  "jobs:read": [],
  "jobs:write": ["jobs.edit", "jobs.move"],
  "comments:read": [],
  "comments:write": ["jobs.comment"],
  "customers:read": [],
  "customers:write": ["customers.edit"],
  "powders:read": [],
  "powders:write": ["powders.edit"],
  "proofs:read": [],
  "events:read": [],
  prices: ["prices.see"],
};

export const priorities = ["low", "normal", "high", "rush"] as const;
export type Priority = (typeof priorities)[number];

export const substrates = [
  "steel",
  "stainless",
  "galvanised",
  "aluminium",
  "cast iron",
  "cast aluminium",
  "other",
] as const;
export type Substrate = (typeof substrates)[number];

export const coatRoles = ["primer", "base", "top", "clear"] as const;
export type CoatRole = (typeof coatRoles)[number];

/** Where a colour's name comes from: a standard, a powder of the shop, or words as typed. */
export const colourSystems = ["ral", "fs595", "powder", "words"] as const;
export type ColourSystem = (typeof colourSystems)[number];

export const glosses = ["gloss", "semi-gloss", "satin", "matte", "flat"] as const;
export type Gloss = (typeof glosses)[number];

export const textures = [
  "smooth",
  "fine texture",
  "wrinkle",
  "hammertone",
  "vein",
  "metallic",
  "candy",
  "clear",
] as const;
export type Texture = (typeof textures)[number];

export const movementKinds = ["receipt", "usage", "return", "adjustment", "waste"] as const;
export type MovementKind = (typeof movementKinds)[number];

export const massUnits = ["lb", "oz", "kg", "g", "box"] as const;
export type MassUnit = (typeof massUnits)[number];

/** What a powder's shelf life is counted from. */
export const shelfLifeStarts = ["made", "received"] as const;
export type ShelfLifeStart = (typeof shelfLifeStarts)[number];

/** A cure schedule's point: minutes with the part's metal at a temperature. */
export type CurePoint = { celsius: number; minutes: number };

export const commentVisibilities = ["internal", "customer"] as const;
export type CommentVisibility = (typeof commentVisibilities)[number];

export const portalRoles = ["approver", "viewer"] as const;
export type PortalRole = (typeof portalRoles)[number];

/** Of a proof's version. Only "waiting" may be decided; "superseded" has a newer version above it. */
export const proofStates = [
  "draft",
  "waiting",
  "approved",
  "rejected",
  "changes",
  "withdrawn",
  "expired",
  "superseded",
] as const;
export type ProofState = (typeof proofStates)[number];

export const verdicts = ["approved", "rejected", "changes"] as const;
export type Verdict = (typeof verdicts)[number];

/** What the board says of a job's proofs as a whole: the worst news first, "approved" when every proof is. */
export const jobProofStates = ["", "draft", "waiting", "changes", "approved"] as const;
export type JobProofState = (typeof jobProofStates)[number];

export const fileVisibilities = ["private", "shared"] as const;
export type FileVisibility = (typeof fileVisibilities)[number];

export const fileCategories = ["photo", "drawing", "before", "after", "proof", "paper", "other"] as const;
export type FileCategory = (typeof fileCategories)[number];

/** What the dashboard measures. */
export const measures = [
  "booked",
  "delivered",
  "jobs",
  "area",
  "onTime",
  "turnaround",
  "open",
  "overdue",
  "powder",
  "stock",
  "waiting",
] as const;
export type Measure = (typeof measures)[number];

/** What the owner is alerted to. */
export const alertKinds = ["low-powder", "overdue", "stuck", "approval-overdue"] as const;
export type AlertKind = (typeof alertKinds)[number];

/** What customers are told of by e-mail; each can be switched off and worded by the shop. */
export const noticeKinds = [
  "proof-asked",
  "proof-reminded",
  "proof-decided",
  "job-received",
  "job-ready",
  "job-delayed",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const unitSystems = ["imperial", "metric"] as const;
export type UnitSystem = (typeof unitSystems)[number];

export const importKinds = ["customers", "jobs", "powders"] as const;
export type ImportKind = (typeof importKinds)[number];

export const deliveredOnBoardDays = 14;

/** Days in one stage after which a card says so. */
export const staleAfterDays = 7;
