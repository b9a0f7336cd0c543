import type { Permission } from "@/db/vocabulary";
import type { IconName } from "../ui/icon-names";
import { wearAppearance } from "./wear-appearance";

export type MenuAction = {
  id: string;
  name: string;
  icon: IconName;
  key?: string;
  needs?: Permission;
  href?: string;
  run?: () => void;
};

export const menuActions: readonly MenuAction[] = [
  { id: "new-job", name: "New job", icon: "plus", key: "C", needs: "jobs.edit", href: "/jobs/new" },
  {
    id: "new-customer",
    name: "New customer",
    icon: "user-round-plus",
    needs: "customers.edit",
    href: "/customers/new",
  },
  { id: "keys", name: "Keyboard shortcuts", icon: "keyboard", key: "?" },
  { id: "light", name: "Light appearance", icon: "sun", run: () => wearAppearance("light") },
  { id: "dark", name: "Dark appearance", icon: "moon", run: () => wearAppearance("dark") },
  {
    id: "system",
    name: "Appearance as the system says",
    icon: "monitor",
    run: () => wearAppearance("system"),
  },
];
