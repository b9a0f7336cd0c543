/** Somebody of the demo's crew; a crew of one coater lends that one for all three. */
export type Hand = "owner" | "manager" | "office" | "first coater" | "second coater" | "third coater";

/** The stages a new shop starts with. */
export type StageName =
  | "Quoted"
  | "Received"
  | "Prep"
  | "Masking"
  | "Coating"
  | "Curing"
  | "QC"
  | "Ready"
  | "Delivered";

/** One thing that somebody did in the shop at a working minute. Jobs, customers and lots go by their place in the plan. */
export type Step = { minute: number; hand: Hand } & (
  | { does: "add-powder"; powder: string }
  | { does: "add-customer"; customer: number }
  | { does: "receive-lot"; lot: number }
  | { does: "take-in"; job: number }
  | { does: "move"; job: number; to: StageName; isToTop: boolean; overrideReason?: string }
  | { does: "inspect"; job: number; isPass: boolean; note: string }
  | { does: "say"; job: number; line: Line }
  | { does: "photograph"; job: number; isBare: boolean }
  | { does: "proof"; job: number; act: ProofAct }
  | { does: "draw" | "put-back"; job: number; powder: string; lot: number; quantity: number }
  | { does: "retest"; lot: number; expiresOn: string }
  | { does: "waste" | "count"; lot: number; quantity: number; reason: string }
);

/** What happens to the one proof of a job; its customer's first contact is who decides. */
export type ProofAct =
  | { what: "add"; version: 1 | 2; isSheet: boolean }
  | { what: "ask"; dueOn: string | null; expiresOn: string | null; message: string }
  | { what: "decide"; verdict: "approved" | "changes"; reason: string }
  | { what: "expire" };

/** A comment; `{office}` and the like in its body stand for those people's names and mention them. */
export type Line = { id: number; answers?: number; isForCustomer: boolean; body: string };

export type StepOf<D extends Step["does"]> = Extract<Step, { does: D }>;
