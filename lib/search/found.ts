import type { Gloss, Texture } from "@/db/vocabulary";

export type FoundJob = {
  number: number;
  customer: string;
  parts: string;
  stage: string;
  isOpen: boolean;
  poNumber: string;
  coats: { hex: string; gloss: Gloss | null; texture: Texture | null }[];
};
type FoundCustomer = { id: string; name: string; phone: string; isInactive: boolean };
type FoundPowder = {
  id: string;
  maker: string;
  code: string;
  name: string;
  hex: string;
  gloss: Gloss | null;
  texture: Texture;
};

/** What a search from anywhere answers: a few of each, best first. */
export type Found = { jobs: FoundJob[]; customers: FoundCustomer[]; powders: FoundPowder[] };
