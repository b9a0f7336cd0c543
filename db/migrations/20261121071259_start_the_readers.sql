-- Shops that are there already are told of what happens from now on; a new shop's reader begins at its beginning.
DO $$ DECLARE one uuid; BEGIN
  FOR one IN SELECT id FROM shop LOOP
    PERFORM set_config('coatyard.shop', one::text, true);
    INSERT INTO spine_reader (shop_id, name, seq)
      SELECT one, 'notices', coalesce((SELECT seq FROM event_head WHERE shop_id = one), 0)
      ON CONFLICT DO NOTHING;
  END LOOP;
  PERFORM set_config('coatyard.shop', '', true);
END $$;
