SELECT guard_tenant_table('proof', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('proof_version', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('proof_page', 'SELECT, INSERT, DELETE');
--> statement-breakpoint
SELECT guard_tenant_table('proof_recipient', 'SELECT, INSERT, UPDATE, DELETE');
--> statement-breakpoint
SELECT guard_tenant_table('decision', 'SELECT, INSERT');
--> statement-breakpoint
SELECT guard_tenant_table('shop_brand', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('notice_template', 'SELECT, INSERT, UPDATE, DELETE');
--> statement-breakpoint
SELECT guard_tenant_table('spine_reader', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('inbox_mark', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
-- Identity: no shop_id policy; read by lib/people alone.
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_session, approval_link TO coatyard_app;
--> statement-breakpoint
-- At sign-in the shop is not yet known: a contact is found by the address the link was mailed to.
CREATE POLICY own_contacts ON contact FOR SELECT
  USING (portal_role IS NOT NULL AND retired_at IS NULL AND email = nullif(current_setting('coatyard.contact_email', true), ''));
--> statement-breakpoint
CREATE FUNCTION prove_contact_session(worn_token text, worn_shop uuid, at timestamptz, idle_since timestamptz)
RETURNS TABLE (session_id uuid, seen_at timestamptz, contact_id uuid, customer_id uuid, contact_name text, email text,
  portal_role text, shop_name text, time_zone text, locale text, currency text, units text, is_demo boolean)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('coatyard.shop', worn_shop::text, true);
  RETURN QUERY
    SELECT s.id, s.seen_at, c.id, c.customer_id, c.name, c.email, c.portal_role,
      shop.name, shop.time_zone, shop.locale, shop.currency, shop.units, shop.is_demo
    FROM contact_session s
    JOIN shop ON shop.id = s.shop_id
    JOIN contact c ON c.shop_id = s.shop_id AND c.id = s.contact_id
    JOIN customer k ON k.shop_id = c.shop_id AND k.id = c.customer_id
    WHERE s.token_hash = worn_token AND s.shop_id = worn_shop AND s.ended_at IS NULL AND s.ends_at > at
      AND s.seen_at > idle_since AND c.retired_at IS NULL AND c.portal_role IS NOT NULL AND k.retired_at IS NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION prove_contact_session(text, uuid, timestamptz, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION prove_contact_session(text, uuid, timestamptz, timestamptz) TO coatyard_app;
