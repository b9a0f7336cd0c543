import { Keyboard, type LucideIcon, Monitor, Moon, Plus, Sun, UserRoundPlus } from "lucide-react";
import type { Permission } from "@/db/vocabulary";
import { wearAppearance } from "./wear-appearance";

export type MenuAction = {
  id: string;
  name: string;
  icon: LucideIcon;
  key?: string;
  needs?: Permission;
  href?: string;
  run?: () => void;
};

export const menuActions: readonly MenuAction[] = [
  { id: "new-job", name: "New job", icon: Plus, key: "C", needs: "jobs.edit", href: "/jobs/new" },
  {
    id: "new-customer",
    name: "New customer",
    icon: UserRoundPlus,
    needs: "customers.edit",
    href: "/customers/new",
  },
  { id: "keys", name: "Keyboard shortcuts", icon: Keyboard, key: "?" },
  { id: "light", name: "Light appearance", icon: Sun, run: () => wearAppearance("light") },
  { id: "dark", name: "Dark appearance", icon: Moon, run: () => wearAppearance("dark") },
  { id: "system", name: "Appearance as the system says", icon: Monitor, run: () => wearAppearance("system") },
];
