-- A key is found with who made it: whether it still lets its program in hangs on them. Their shop holds for this statement alone.
DROP FUNCTION prove_api_key(text, timestamptz);
--> statement-breakpoint
CREATE FUNCTION prove_api_key(shown text, at timestamptz)
RETURNS TABLE (key_id uuid, key_name text, scopes text[], seen_at timestamptz, maker_role text, shop_id uuid, shop_name text,
  time_zone text, locale text, currency text, units text, is_demo boolean)
LANGUAGE plpgsql AS $$
DECLARE
  shop_of_key uuid;
BEGIN
  PERFORM set_config('coatyard.api_key', shown, true);
  SELECT k.shop_id INTO shop_of_key FROM api_key k WHERE k.token_hash = shown;
  PERFORM set_config('coatyard.shop', coalesce(shop_of_key::text, ''), true);
  RETURN QUERY
    SELECT k.id, k.name, k.scopes, k.seen_at, maker.role, shop.id, shop.name, shop.time_zone, shop.locale,
      shop.currency, shop.units, shop.is_demo
    FROM api_key k
    JOIN shop ON shop.id = k.shop_id
    JOIN member maker ON maker.shop_id = k.shop_id AND maker.id = k.member_id
    WHERE k.token_hash = shown AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > at)
      AND maker.disabled_at IS NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION prove_api_key(text, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION prove_api_key(text, timestamptz) TO coatyard_app;
