-- NOTIFY carries shop and number only: a payload over 7,999 bytes would abort the transaction.
CREATE FUNCTION tell_of_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('coatyard_event', shop_id || ' ' || max(seq)) FROM fresh GROUP BY shop_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tell_of_events AFTER INSERT ON event
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_events();
