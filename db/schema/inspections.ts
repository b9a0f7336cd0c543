import { boolean, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment, tenantKey, tenantPrimaryKey, tenantReference } from "./columns";
import { job } from "./jobs";
import { member } from "./people";

export const inspection = pgTable(
  "inspection",
  {
    ...tenantKey,
    jobId: uuid("job_id").notNull(),
    isPass: boolean("is_pass").notNull(),
    note: text("note").notNull().default(""),
    memberId: uuid("member_id"),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.jobId, () => job),
    tenantReference(table.shopId, table.memberId, () => member),
    index("inspection_job").on(table.shopId, table.jobId, table.at),
  ],
);
