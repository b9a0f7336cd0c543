import { type Permission, type Role, rolePermissions, roles } from "../../db/vocabulary";
import type { Person, World } from "./world";

export type ActionDoor = {
  /** Who may: those with the permission, or every member for what is their own. */
  may: readonly Role[];
  /** An input that succeeds for them, made fresh. */
  input: (world: World, by: Person) => Promise<unknown>;
  /** It touches only the caller's own shop or self, so another shop's owner may call it with the same input. */
  isOwn?: true;
};

export const holders = (permission: Permission): Role[] =>
  roles.filter((role) => rolePermissions[role].includes(permission));
export const everyone = roles;
