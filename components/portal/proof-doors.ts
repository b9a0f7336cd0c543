import type { Verdict } from "@/db/vocabulary";
import {
  commentByLinkAction,
  commentOnProofAction,
  decideByLinkAction,
  decideProofAction,
  seeByLinkAction,
  seeProofAction,
} from "@/lib/portal/actions";

/** How its reader is known: by the mail's own link, signed in, or not at all, being a member who only looks. */
export type ProofReader = { by: "link"; token: string } | { by: "portal" } | { by: "preview" };

type Decided = { versionId: string; verdict: Verdict; reason: string; version: number };
export type ProofComment = {
  onceId: string;
  versionId: string;
  parentId: string | null;
  body: string;
  page: number | null;
  x: number | null;
  y: number | null;
};

/** The same three errands through the door its reader came by. */
export function proofDoors(reader: ProofReader) {
  if (reader.by === "link") {
    const { token } = reader;
    return {
      pages: `/a/${token}/pages/`,
      receipt: () => `/a/${token}/receipt`,
      decide: (asked: Decided) => decideByLinkAction({ ...asked, token }),
      comment: (asked: ProofComment) => commentByLinkAction({ ...asked, token }),
      see: (versionId: string) => seeByLinkAction({ versionId, token }),
    };
  }
  return {
    pages: "/api/portal/pages/",
    receipt: (versionId: string) => `/portal/proofs/${versionId}/receipt`,
    decide: decideProofAction,
    comment: commentOnProofAction,
    see: (versionId: string) => seeProofAction({ versionId }),
  };
}
