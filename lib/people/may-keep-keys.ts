import { type Role, rolePermissions } from "@/db/vocabulary";

/** Whether the keys that a member of this role made let anybody in: they stop with the right to make them. */
export const mayKeepKeys = (role: Role): boolean => rolePermissions[role].includes("keys.manage");
