import { Check, Minus } from "lucide-react";
import { Table, Td, Th } from "@/components/ui/table";
import { permissions, rolePermissions, roles } from "@/db/vocabulary";
import { permissionNames } from "./permission-names";
import { roleNames } from "./role-names";

/** Which role may do what, as the rules have it. */
export function PermissionTable() {
  return (
    <Table caption="Permissions by role" isWide>
      <thead>
        <tr>
          <Th>May</Th>
          {roles.map((role) => (
            <Th key={role} align="center">
              {roleNames[role]}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {permissions.map((permission) => (
          <tr key={permission}>
            <Td>{permissionNames[permission]}</Td>
            {roles.map((role) => (
              <Td key={role} align="center">
                {rolePermissions[role].includes(permission) ? (
                  <Check size={16} role="img" aria-label="yes" className="inline" />
                ) : (
                  <Minus size={16} role="img" aria-label="no" className="inline text-ink-faint" />
                )}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
