-- On hand is the sum of a lot's movements. A movement is never edited or deleted, so adding each as it is written keeps it so.
CREATE FUNCTION keep_on_hand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE lot SET on_hand_mg = on_hand_mg + NEW.mass_mg WHERE shop_id = NEW.shop_id AND id = NEW.lot_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE each uuid;
BEGIN
  FOR each IN SELECT id FROM shop LOOP
    PERFORM set_config('coatyard.shop', each::text, true);
    UPDATE lot SET on_hand_mg = sums.mg
    FROM (SELECT lot_id, sum(mass_mg) AS mg FROM movement WHERE shop_id = each GROUP BY lot_id) sums
    WHERE lot.shop_id = each AND lot.id = sums.lot_id;
  END LOOP;
  PERFORM set_config('coatyard.shop', '', true);
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_on_hand AFTER INSERT ON movement FOR EACH ROW EXECUTE FUNCTION keep_on_hand();
