import { type Dispatch, type SetStateAction, useState } from "react";
import { type View, wholePage } from "./canvas-view";

/** Which page is looked at, counted from 1, and how near. */
export type CanvasLook = {
  page: number;
  onPage: (page: number) => void;
  view: View;
  onView: Dispatch<SetStateAction<View>>;
};

/** What a proof's canvas is looked at with; given to two of them, they move as one. */
export function useCanvas(first = 1): CanvasLook {
  const [page, setPage] = useState(first);
  const [view, onView] = useState(wholePage);
  const onPage = (next: number) => {
    setPage(next);
    onView(wholePage);
  };
  return { page, onPage, view, onView };
}
