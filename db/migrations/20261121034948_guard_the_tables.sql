DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'coatyard_app') THEN
    CREATE ROLE coatyard_app NOLOGIN NOBYPASSRLS;
  END IF;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO coatyard_app;
--> statement-breakpoint
-- Every tenant table is guarded by this and nothing else: its rows belong to a shop, and only that shop sees them.
CREATE FUNCTION guard_tenant_table(guarded regclass, allowed text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format(
    'CREATE POLICY own_shop ON %s USING (shop_id = nullif(current_setting(''coatyard.shop'', true), '''')::uuid)
       WITH CHECK (shop_id = nullif(current_setting(''coatyard.shop'', true), '''')::uuid)', guarded);
  EXECUTE format('ALTER TABLE %s ADD FOREIGN KEY (shop_id) REFERENCES shop (id) ON DELETE CASCADE', guarded);
  EXECUTE format('GRANT %s ON %s TO coatyard_app', allowed, guarded);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION guard_tenant_table(regclass, text) FROM PUBLIC;
--> statement-breakpoint
SELECT guard_tenant_table('member', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
-- At sign-in the shop is not yet known: a person finds their own memberships.
CREATE POLICY own_memberships ON member FOR SELECT
  USING (person_id = nullif(current_setting('coatyard.person', true), '')::uuid);
--> statement-breakpoint
SELECT guard_tenant_table('customer', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('contact', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('powder', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('lot', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('movement', 'SELECT, INSERT');
--> statement-breakpoint
SELECT guard_tenant_table('stage', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('job_counter', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('job', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('part', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('coat', 'SELECT, INSERT, UPDATE, DELETE');
--> statement-breakpoint
SELECT guard_tenant_table('job_assignee', 'SELECT, INSERT, DELETE');
--> statement-breakpoint
SELECT guard_tenant_table('inspection', 'SELECT, INSERT');
--> statement-breakpoint
SELECT guard_tenant_table('comment', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('file', 'SELECT, INSERT, UPDATE, DELETE');
--> statement-breakpoint
SELECT guard_tenant_table('event_head', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('event', 'SELECT, INSERT');
--> statement-breakpoint
SELECT guard_tenant_table('message', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('import_run', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('import_row', 'SELECT, INSERT, UPDATE, DELETE');
--> statement-breakpoint
SELECT guard_tenant_table('import_mapping', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
-- Identity: no shop_id policy; read by lib/people alone.
GRANT SELECT, INSERT, UPDATE ON shop, person TO coatyard_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON session, link, throttle TO coatyard_app;
