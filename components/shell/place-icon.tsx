import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-names";
import type { Place } from "./places";

const icons: Record<Place["id"], IconName> = {
  board: "square-kanban",
  jobs: "rows-3",
  customers: "users",
  inbox: "inbox",
  approvals: "stamp",
  powders: "spray-can",
  dashboard: "chart-no-axes-column",
  alerts: "bell",
  imports: "file-input",
  settings: "settings-2",
};

export function PlaceIcon({ id, size = 20 }: { id: Place["id"]; size?: number }) {
  return <Icon name={icons[id]} size={size} className="stroke-[1.75]" />;
}
