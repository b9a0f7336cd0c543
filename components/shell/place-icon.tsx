import {
  Bell,
  ChartNoAxesColumn,
  FileInput,
  Inbox,
  Rows3,
  Settings2,
  SprayCan,
  SquareKanban,
  Stamp,
  Users,
} from "lucide-react";
import type { Place } from "./places";

const icons = {
  board: SquareKanban,
  jobs: Rows3,
  customers: Users,
  inbox: Inbox,
  approvals: Stamp,
  powders: SprayCan,
  dashboard: ChartNoAxesColumn,
  alerts: Bell,
  imports: FileInput,
  settings: Settings2,
};

export function PlaceIcon({ id, size = 20 }: { id: Place["id"]; size?: number }) {
  const Icon = icons[id];
  return <Icon size={size} strokeWidth={1.75} aria-hidden />;
}
