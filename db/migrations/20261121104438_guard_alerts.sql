SELECT guard_tenant_table('alert', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('alert_read', 'SELECT, INSERT');
--> statement-breakpoint
SELECT guard_tenant_table('alert_settings', 'SELECT, INSERT, UPDATE');
