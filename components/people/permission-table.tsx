import { Table, Td, Th } from "@/components/ui/table";
import { permissions, rolePermissions, roles } from "@/db/vocabulary";
import { Icon } from "../ui/icon";
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
                  <Icon name="check" size={16} label="yes" className="inline" />
                ) : (
                  <Icon name="minus" size={16} label="no" className="inline text-ink-faint" />
                )}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
