SELECT guard_tenant_table('api_key', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('api_answer', 'SELECT, INSERT, UPDATE, DELETE');
--> statement-breakpoint
-- When a key is shown its shop is not yet known: it is found by the hash of the key itself.
CREATE POLICY own_key ON api_key FOR SELECT
  USING (token_hash = nullif(current_setting('coatyard.api_key', true), ''));
--> statement-breakpoint
CREATE FUNCTION prove_api_key(shown text, at timestamptz)
RETURNS TABLE (key_id uuid, key_name text, scopes text[], seen_at timestamptz, shop_id uuid, shop_name text,
  time_zone text, locale text, currency text, units text, is_demo boolean)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('coatyard.api_key', shown, true);
  RETURN QUERY
    SELECT k.id, k.name, k.scopes, k.seen_at, shop.id, shop.name, shop.time_zone, shop.locale, shop.currency,
      shop.units, shop.is_demo
    FROM api_key k
    JOIN shop ON shop.id = k.shop_id
    WHERE k.token_hash = shown AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > at);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION prove_api_key(text, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION prove_api_key(text, timestamptz) TO coatyard_app;
