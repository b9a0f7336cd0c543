import { type FileCategory, fileCategories } from "@/db/vocabulary";

export const categoryNames: Record<FileCategory, string> = {
  photo: "Photo",
  drawing: "Drawing",
  before: "Before",
  after: "After",
  proof: "Proof",
  paper: "Paper",
  other: "Other",
};

/** Those a person chooses: a file becomes a proof by asking for one. */
export const chosenCategories = fileCategories.filter((one) => one !== "proof");
