-- One round trip for what every request asks first. The shop holds for this statement alone, which is a transaction of its own.
CREATE FUNCTION prove_session(worn_token text, worn_shop uuid, at timestamptz, idle_since timestamptz)
RETURNS TABLE (session_id uuid, seen_at timestamptz, member_id uuid, person_id uuid, member_name text, role text,
  shop_name text, time_zone text, locale text, currency text, units text, is_demo boolean)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('coatyard.shop', worn_shop::text, true);
  RETURN QUERY
    SELECT session.id, session.seen_at, member.id, member.person_id, member.name, member.role,
      shop.name, shop.time_zone, shop.locale, shop.currency, shop.units, shop.is_demo
    FROM session
    JOIN shop ON shop.id = session.shop_id
    JOIN member ON member.shop_id = session.shop_id AND member.person_id = session.person_id
    WHERE session.token_hash = worn_token AND session.shop_id = worn_shop AND session.ended_at IS NULL
      AND session.ends_at > at AND session.seen_at > idle_since AND member.disabled_at IS NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION prove_session(text, uuid, timestamptz, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION prove_session(text, uuid, timestamptz, timestamptz) TO coatyard_app;
