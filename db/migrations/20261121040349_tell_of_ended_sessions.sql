CREATE FUNCTION tell_of_ended_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('coatyard_session_end', OLD.id::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tell_of_ended_session AFTER UPDATE OF ended_at ON session
  FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION tell_of_ended_session();
--> statement-breakpoint
CREATE TRIGGER tell_of_deleted_session AFTER DELETE ON session
  FOR EACH ROW EXECUTE FUNCTION tell_of_ended_session();
