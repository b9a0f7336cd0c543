import type {
  FileCategory,
  FileVisibility,
  Priority,
  StageKind,
  Substrate,
  UnitSystem,
} from "@/db/vocabulary";
import type { CoatSays } from "./coats";

export type ViewedFile = {
  id: string;
  name: string;
  contentType: string;
  width: number | null;
  height: number | null;
  partId: string | null;
  category: FileCategory;
  visibility: FileVisibility;
  downloads: number;
  /** False while the worker has none yet, and of a document that cannot be drawn. */
  hasThumbnail: boolean;
};

export type ViewedPart = {
  id: string;
  description: string;
  quantity: number;
  substrate: Substrate | null;
  areaEachCm2: number | null;
  masking: string;
  criticalAreas: string;
  /** Absent for who may not see prices. Minor units. */
  priceCents?: number | null;
  coats: CoatSays[];
};

export type ViewedStage = { id: string; name: string; kind: StageKind };
export type ViewedMember = { id: string; name: string };
type ViewedInspection = { isPass: boolean; note: string; by: string; at: string };

/** Everything of a job on its page, cut to what its reader may see. Moments are ISO in UTC, dates plain. */
export type JobView = {
  number: number;
  oldNumber: string;
  version: number;
  placement: number;
  /** The newest event of the job that this is true of. */
  seq: number;
  customer: { id: string; name: string; phone: string; email: string };
  contact: { id: string; name: string; phone: string; email: string } | null;
  contacts: ViewedMember[];
  stage: ViewedStage;
  stages: ViewedStage[];
  priority: Priority;
  dueOn: string | null;
  /** Lateness is judged by this one; another only once the customer agreed to it. */
  agreedDueOn: string | null;
  poNumber: string;
  notes: string;
  /** What the customer reads about how it stands. */
  statusNote: string;
  /** Absent for who may not see prices. Minor units. */
  price?: { cents: number | null; isByLine: boolean };
  createdAt: string;
  receivedAt: string | null;
  stageEnteredAt: string;
  passedAt: string | null;
  readyAt: string | null;
  deliveredAt: string | null;
  inspection: ViewedInspection | null;
  assignees: ViewedMember[];
  members: ViewedMember[];
  parts: ViewedPart[];
  files: ViewedFile[];
  may: {
    edit: boolean;
    move: boolean;
    comment: boolean;
    override: boolean;
    editCustomers: boolean;
    askProofs: boolean;
    drawPowder: boolean;
  };
  me: string;
  shop: { units: UnitSystem; locale: string; currency: string; timeZone: string; today: string };
};

/** The stage a job goes to next on its way: the one after its own on the board, never a cancelled one. */
export function nextStage(stages: readonly ViewedStage[], now: ViewedStage): ViewedStage | null {
  if (now.kind === "cancelled" || now.kind === "delivered") return null;
  const at = stages.findIndex((stage) => stage.id === now.id);
  return stages.slice(at + 1).find((stage) => stage.kind !== "cancelled") ?? null;
}
