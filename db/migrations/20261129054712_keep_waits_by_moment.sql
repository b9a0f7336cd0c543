ALTER TABLE "waiting_fact" DROP CONSTRAINT "waiting_fact_shop_id_version_id_pk";--> statement-breakpoint
ALTER TABLE "waiting_fact" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "waiting_fact" ADD CONSTRAINT "waiting_fact_shop_id_id_pk" PRIMARY KEY("shop_id","id");--> statement-breakpoint
ALTER TABLE "waiting_fact" ADD COLUMN "from_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "waiting_fact" ADD COLUMN "until_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "waiting_fact" ADD COLUMN "is_counted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "waiting_fact_version" ON "waiting_fact" USING btree ("shop_id","version_id");--> statement-breakpoint
-- The days each wait counts on, as its job stands now: closed before the answer, it waited until then; taken away, it never did.
CREATE VIEW waiting_now WITH (security_invoker = true) AS
SELECT w.shop_id, w.id, p.job_id, coalesce(p.retired_at, j.retired_at) IS NULL AS is_counted,
  (w.from_at AT TIME ZONE s.time_zone)::date AS from_day,
  (CASE WHEN coalesce(w.until_at, closed.at) IS NOT NULL THEN greatest(w.from_at, least(w.until_at, closed.at)) END
    AT TIME ZONE s.time_zone)::date AS until_day
FROM waiting_fact w
JOIN proof_version v ON v.shop_id = w.shop_id AND v.id = w.version_id
JOIN proof p ON p.shop_id = v.shop_id AND p.id = v.proof_id
JOIN job j ON j.shop_id = p.shop_id AND j.id = p.job_id
JOIN shop s ON s.id = w.shop_id
CROSS JOIN LATERAL (
  SELECT CASE j.stage_kind WHEN 'delivered' THEN coalesce(j.delivered_at, j.stage_entered_at)
    WHEN 'cancelled' THEN j.stage_entered_at END AS at) closed;
--> statement-breakpoint
-- Takes what a job's waits counted before out of their days and puts in what they count now. Its caller holds the job's row.
CREATE FUNCTION refresh_waits(one_shop uuid, one_job uuid) RETURNS void LANGUAGE sql AS $$
  WITH changed AS MATERIALIZED (
    SELECT w AS was, n.is_counted, n.from_day, n.until_day
    FROM waiting_now n JOIN waiting_fact w ON w.shop_id = n.shop_id AND w.id = n.id
    WHERE n.shop_id = one_shop AND n.job_id = one_job
      AND (w.is_counted, w.from_day, w.until_day) IS DISTINCT FROM (n.is_counted, n.from_day, n.until_day)),
  kept AS (
    UPDATE waiting_fact w SET is_counted = c.is_counted, from_day = c.from_day, until_day = c.until_day
    FROM changed c WHERE w.shop_id = one_shop AND w.id = (c.was).id)
  INSERT INTO fact_delta (shop_id, day, waiting_proofs)
  SELECT one_shop, day, sum(sign) FROM changed c, LATERAL (VALUES
    ((c.was).from_day, -(c.was).is_counted::int), ((c.was).until_day, (c.was).is_counted::int),
    (c.from_day, c.is_counted::int), (c.until_day, -c.is_counted::int)) counted (day, sign)
  WHERE day IS NOT NULL GROUP BY day HAVING sum(sign) <> 0
$$;
--> statement-breakpoint
-- A wait begins when a version is asked about, goes on when it is asked about again in time, and ends when its time is over or it
-- waits no longer, whichever was first: the work that marks what expired may come late.
CREATE OR REPLACE FUNCTION keep_waiting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    UPDATE waiting_fact SET until_at = least(OLD.expires_at,
      CASE WHEN NEW.state IN ('approved', 'rejected', 'changes') THEN NEW.decided_at ELSE now() END)
    WHERE shop_id = NEW.shop_id AND version_id = NEW.id AND until_at IS NULL;
  END IF;
  IF NEW.state = 'waiting' THEN
    INSERT INTO waiting_fact (shop_id, version_id, from_at, from_day) VALUES (NEW.shop_id, NEW.id, NEW.asked_at, NEW.asked_at::date);
  END IF;
  PERFORM refresh_waits(shop_id, job_id) FROM proof WHERE shop_id = NEW.shop_id AND id = NEW.proof_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_waits_of_proof() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_waits(NEW.shop_id, NEW.job_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_job_facts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  zone text; first_at timestamptz; last_at timestamptz; kept bigint; changed bigint;
  was_counted boolean := TG_OP = 'UPDATE' AND OLD.retired_at IS NULL;
  is_counted boolean := NEW.retired_at IS NULL;
BEGIN
  SELECT time_zone INTO zone FROM shop WHERE id = NEW.shop_id;
  IF was_counted AND NOT is_counted THEN PERFORM count_bookings(NEW.shop_id, NEW.id, -1); END IF;
  SELECT min(at), max(at), sum(cents) INTO first_at, last_at, kept FROM booking WHERE shop_id = NEW.shop_id AND job_id = NEW.id;
  changed := coalesce(NEW.price_cents, 0) - kept;
  IF first_at IS DISTINCT FROM NEW.booked_at THEN
    IF was_counted AND is_counted THEN PERFORM count_bookings(NEW.shop_id, NEW.id, -1); END IF;
    DELETE FROM booking WHERE shop_id = NEW.shop_id AND job_id = NEW.id;
    IF NEW.booked_at IS NOT NULL THEN
      INSERT INTO booking (shop_id, job_id, at, day, cents)
      VALUES (NEW.shop_id, NEW.id, NEW.booked_at, (NEW.booked_at AT TIME ZONE zone)::date, coalesce(NEW.price_cents, 0));
    END IF;
    IF was_counted AND is_counted THEN PERFORM count_bookings(NEW.shop_id, NEW.id, 1); END IF;
  ELSIF changed <> 0 THEN
    last_at := greatest(last_at, NEW.updated_at);
    INSERT INTO booking (shop_id, job_id, at, day, cents)
    VALUES (NEW.shop_id, NEW.id, last_at, (last_at AT TIME ZONE zone)::date, changed);
    IF was_counted AND is_counted THEN
      INSERT INTO fact_delta (shop_id, day, booked_cents) VALUES (NEW.shop_id, (last_at AT TIME ZONE zone)::date, changed);
    END IF;
  END IF;
  IF is_counted AND NOT was_counted THEN PERFORM count_bookings(NEW.shop_id, NEW.id, 1); END IF;
  PERFORM refresh_job_fact(NEW.shop_id, NEW.id);
  IF TG_OP = 'UPDATE' THEN PERFORM refresh_waits(NEW.shop_id, NEW.id); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP FUNCTION refresh_waiting(uuid, uuid);
--> statement-breakpoint
CREATE OR REPLACE VIEW every_count WITH (security_invoker = true) AS
SELECT f.shop_id, c.day, 0::bigint AS booked_cents, c.delivered_cents, c.delivered_jobs, c.delivered_cm2, c.on_time_jobs, c.due_jobs, 0::bigint AS powder_cents, c.open_jobs, c.overdue_jobs, 0 AS waiting_proofs, 0::bigint AS stock_cents, c.turnaround_days, c.turnaround_jobs
  FROM job_fact f CROSS JOIN LATERAL counts_of(f) c
UNION ALL SELECT b.shop_id, b.day, b.cents, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, 0
  FROM booking b JOIN job_fact f ON f.shop_id = b.shop_id AND f.job_id = b.job_id AND f.is_counted
UNION ALL SELECT w.shop_id, w.from_day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, NULL, 0 FROM waiting_fact w WHERE w.is_counted
UNION ALL SELECT w.shop_id, w.until_day, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, 0, NULL, 0 FROM waiting_fact w WHERE w.is_counted AND w.until_day IS NOT NULL
UNION ALL SELECT m.shop_id, (m.at AT TIME ZONE s.time_zone)::date, 0, 0, 0, 0, 0, 0, -m.cost_cents, 0, 0, 0, 0, NULL, 0
  FROM movement m JOIN shop s ON s.id = m.shop_id WHERE m.kind IN ('usage', 'return', 'waste') AND m.cost_cents <> 0
UNION ALL SELECT c.shop_id, c.day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, c.cents, NULL, 0 FROM stock_change c;
--> statement-breakpoint
ALTER FUNCTION recount_facts(uuid) RENAME TO recount_totals;
--> statement-breakpoint
-- Makes a shop's facts and totals anew: when its days change (zone, working days), and for what was written past the triggers.
CREATE FUNCTION recount_facts(one_shop uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE booking, job_fact, waiting_fact, stock_change IN SHARE ROW EXCLUSIVE MODE;
  INSERT INTO waiting_fact (shop_id, version_id, from_at, from_day)
  SELECT one_shop, v.id, v.asked_at, v.asked_at::date FROM proof_version v
  WHERE v.shop_id = one_shop AND v.state = 'waiting' AND NOT EXISTS (
    SELECT FROM waiting_fact w WHERE w.shop_id = one_shop AND w.version_id = v.id AND w.until_at IS NULL);
  UPDATE waiting_fact w SET is_counted = n.is_counted, from_day = n.from_day, until_day = n.until_day
  FROM waiting_now n WHERE w.shop_id = one_shop AND n.shop_id = one_shop AND n.id = w.id
    AND (w.is_counted, w.from_day, w.until_day) IS DISTINCT FROM (n.is_counted, n.from_day, n.until_day);
  PERFORM recount_totals(one_shop);
END $$;
--> statement-breakpoint
-- The waits there are: of each version the last, whose moments it still knows unless it was asked about again, taken back or
-- answered after its time; of these the days are known. One that waits on a job that was taken away was not kept: the recount does.
DO $$ DECLARE one shop; BEGIN
  FOR one IN SELECT * FROM shop LOOP
    PERFORM set_config('coatyard.shop', one.id::text, true);
    UPDATE waiting_fact w SET
      from_at = CASE WHEN (v.asked_at AT TIME ZONE one.time_zone)::date = w.from_day THEN v.asked_at
        ELSE w.from_day::timestamp AT TIME ZONE one.time_zone END,
      until_at = CASE WHEN v.state = 'waiting' THEN NULL WHEN (v.decided_at AT TIME ZONE one.time_zone)::date = w.until_day THEN v.decided_at
        ELSE coalesce(w.until_day, w.from_day)::timestamp AT TIME ZONE one.time_zone END
    FROM proof_version v WHERE w.shop_id = one.id AND v.shop_id = one.id AND v.id = w.version_id;
    PERFORM recount_facts(one.id);
  END LOOP;
  PERFORM set_config('coatyard.shop', '', true);
END $$;
--> statement-breakpoint
ALTER TABLE "waiting_fact" ALTER COLUMN "from_at" SET NOT NULL;--> statement-breakpoint
DROP TRIGGER keep_waiting_of_changes ON proof_version;
--> statement-breakpoint
CREATE TRIGGER keep_waiting_of_changes AFTER UPDATE ON proof_version FOR EACH ROW
  WHEN ((OLD.state = 'waiting') <> (NEW.state = 'waiting') OR NEW.state = 'waiting' AND OLD.expires_at <= NEW.asked_at)
  EXECUTE FUNCTION keep_waiting();
--> statement-breakpoint
DROP TRIGGER keep_job_facts_of_changes ON job;
--> statement-breakpoint
-- A move that changes none of these costs nothing here. What is cancelled was closed when it came to where it stands.
CREATE TRIGGER keep_job_facts_of_changes AFTER UPDATE ON job FOR EACH ROW WHEN (
  (OLD.price_cents, OLD.booked_at, OLD.created_at, OLD.received_at, OLD.ready_at, OLD.delivered_at, OLD.due_on, OLD.agreed_due_on, OLD.retired_at)
    IS DISTINCT FROM (NEW.price_cents, NEW.booked_at, NEW.created_at, NEW.received_at, NEW.ready_at, NEW.delivered_at, NEW.due_on, NEW.agreed_due_on, NEW.retired_at)
  OR OLD.stage_kind <> NEW.stage_kind AND (OLD.stage_kind IN ('delivered', 'cancelled') OR NEW.stage_kind IN ('delivered', 'cancelled'))
  OR NEW.stage_kind = 'cancelled' AND OLD.stage_entered_at <> NEW.stage_entered_at)
  EXECUTE FUNCTION keep_job_facts();
--> statement-breakpoint
CREATE TRIGGER keep_waits_of_proof AFTER UPDATE ON proof FOR EACH ROW
  WHEN (OLD.retired_at IS DISTINCT FROM NEW.retired_at) EXECUTE FUNCTION keep_waits_of_proof();
--> statement-breakpoint
GRANT SELECT ON waiting_now TO coatyard_app;
