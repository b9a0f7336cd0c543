-- What an approval link opens, proven in one statement: the shop is known only once the link is found.
CREATE FUNCTION find_approval_link(asked_token text)
RETURNS TABLE (link_id uuid, version_id uuid, ends_at timestamptz, revoked_at timestamptz, version_state text,
  contact_id uuid, customer_id uuid, contact_name text, email text, is_let_in boolean, is_asked_still boolean,
  shop_id uuid, shop_name text, time_zone text, locale text, currency text, units text, is_demo boolean)
LANGUAGE plpgsql AS $$
DECLARE
  link approval_link;
BEGIN
  SELECT * INTO link FROM approval_link l WHERE l.token_hash = asked_token;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  PERFORM set_config('coatyard.shop', link.shop_id::text, true);
  RETURN QUERY
    SELECT link.id, v.id, link.ends_at, link.revoked_at, v.state, c.id, c.customer_id, c.name, c.email,
      c.retired_at IS NULL AND k.retired_at IS NULL AND c.portal_role IS DISTINCT FROM 'viewer' AND c.email <> '',
      EXISTS (SELECT FROM proof_version w
        JOIN proof_recipient r ON r.shop_id = w.shop_id AND r.version_id = w.id
        WHERE w.shop_id = v.shop_id AND w.proof_id = v.proof_id AND w.state = 'waiting' AND r.contact_id = c.id),
      shop.id, shop.name, shop.time_zone, shop.locale, shop.currency, shop.units, shop.is_demo
    FROM proof_version v
    JOIN shop ON shop.id = v.shop_id
    JOIN contact c ON c.shop_id = v.shop_id AND c.id = link.contact_id
    JOIN customer k ON k.shop_id = c.shop_id AND k.id = c.customer_id
    WHERE v.shop_id = link.shop_id AND v.id = link.version_id;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_approval_link(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_approval_link(text) TO coatyard_app;
