import type { Role } from "@/db/vocabulary";

export const roleNames: Record<Role, string> = {
  owner: "Owner",
  manager: "Manager",
  office: "Office",
  coater: "Coater",
};
