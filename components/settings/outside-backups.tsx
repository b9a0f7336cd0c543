import { Notice } from "@/components/ui/notice";

/** What a shop with a database server of its own is told. */
export function OutsideBackups() {
  return (
    <Notice title="Your own server keeps the database">
      Coatyard uses the PostgreSQL server that DATABASE_URL names, so its own tools back it up. The operating
      guide (docs/operating.md) has the commands for the database and the files, and how to bring them back.
    </Notice>
  );
}
