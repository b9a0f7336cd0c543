SELECT guard_tenant_table('booking', 'SELECT, INSERT, UPDATE, DELETE');
--> statement-breakpoint
SELECT guard_tenant_table('job_fact', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('waiting_fact', 'SELECT, INSERT, UPDATE, DELETE');
--> statement-breakpoint
SELECT guard_tenant_table('stock_change', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
SELECT guard_tenant_table('fact_delta', 'SELECT, INSERT, DELETE');
--> statement-breakpoint
SELECT guard_tenant_table('day_total', 'SELECT, INSERT, UPDATE, DELETE');
--> statement-breakpoint
SELECT guard_tenant_table('level_total', 'SELECT, INSERT, UPDATE, DELETE');
--> statement-breakpoint
SELECT guard_tenant_table('turnaround_total', 'SELECT, INSERT, UPDATE, DELETE');
--> statement-breakpoint
SELECT guard_tenant_table('shop_goals', 'SELECT, INSERT, UPDATE');
--> statement-breakpoint
-- The worked days after one day up to and with another. Monday is 1, Tuesday 2, Wednesday 4 … Sunday 64.
CREATE FUNCTION worked_days(since date, until date, worked int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT ((until - since) / 7) * bit_count(worked::bit(7))::int + (
    SELECT count(*)::int FROM generate_series(1, (until - since) % 7) one
    WHERE worked & (1 << (extract(isodow FROM since + one)::int - 1)) <> 0)
$$;
--> statement-breakpoint
-- lib/powders/cost-of.ts in the database's own numbers: what a mass is worth, in whole minor units.
CREATE FUNCTION powder_worth(mg bigint, price bigint, unit text, box bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(round(mg::numeric * price / CASE unit WHEN 'lb' THEN 453592.37 WHEN 'oz' THEN 453592.37 / 16
    WHEN 'kg' THEN 1000000 WHEN 'g' THEN 1000 WHEN 'box' THEN nullif(box, 0) END)::bigint, 0)
$$;
--> statement-breakpoint
-- What the numbers count of each job, from the job, its parts and what was booked of it.
CREATE VIEW job_fact_now WITH (security_invoker = true) AS
SELECT j.shop_id, j.id AS job_id, j.retired_at IS NULL AS is_counted, days.opened AS opened_day, days.closed AS closed_day,
  CASE WHEN days.closed IS NULL OR days.overdue < days.closed THEN days.overdue END AS overdue_day,
  days.ready AS ready_day,
  CASE WHEN days.received <= days.ready THEN worked_days(days.received, days.ready, coalesce(g.working_days, 31)) END AS turnaround_days,
  delivered.at AS delivered_at, days.delivered AS delivered_day,
  CASE WHEN delivered.at IS NULL THEN 0 ELSE coalesce(
    (SELECT sum(b.cents) FROM booking b WHERE b.shop_id = j.shop_id AND b.job_id = j.id AND b.at <= delivered.at),
    (SELECT b.cents FROM booking b WHERE b.shop_id = j.shop_id AND b.job_id = j.id ORDER BY b.at LIMIT 1), 0)::bigint
  END AS delivered_cents,
  CASE WHEN delivered.at IS NULL THEN 0 ELSE coalesce(
    (SELECT sum(p.quantity * p.area_each_cm2) FROM part p
      WHERE p.shop_id = j.shop_id AND p.job_id = j.id AND p.retired_at IS NULL), 0)
  END AS delivered_cm2,
  CASE WHEN days.delivered IS NOT NULL THEN days.delivered <= j.agreed_due_on END AS is_on_time
FROM job j
JOIN shop s ON s.id = j.shop_id
LEFT JOIN shop_goals g ON g.shop_id = j.shop_id
CROSS JOIN LATERAL (
  SELECT CASE WHEN j.stage_kind = 'delivered' THEN j.delivered_at END AS at) delivered
CROSS JOIN LATERAL (
  SELECT CASE WHEN j.stage_kind IN ('delivered', 'cancelled')
      THEN (coalesce(delivered.at, j.stage_entered_at) AT TIME ZONE s.time_zone)::date END AS closed,
    (j.created_at AT TIME ZONE s.time_zone)::date AS created, (delivered.at AT TIME ZONE s.time_zone)::date AS delivered,
    (j.received_at AT TIME ZONE s.time_zone)::date AS received, (j.ready_at AT TIME ZONE s.time_zone)::date AS ready) known
CROSS JOIN LATERAL (
  SELECT known.*, least(known.created, known.closed) AS opened,
    CASE WHEN j.due_on IS NOT NULL THEN greatest(j.due_on + 1, least(known.created, known.closed)) END AS overdue) days;
--> statement-breakpoint
-- What one job adds to which days.
CREATE FUNCTION counts_of(f job_fact) RETURNS TABLE (day date, delivered_cents bigint, delivered_jobs int, delivered_cm2 numeric,
  on_time_jobs int, due_jobs int, open_jobs int, overdue_jobs int, turnaround_days int, turnaround_jobs int) LANGUAGE sql IMMUTABLE AS $$
  SELECT f.delivered_day, f.delivered_cents, 1, f.delivered_cm2, coalesce(f.is_on_time, false)::int, (f.is_on_time IS NOT NULL)::int, 0, 0, NULL::int, 0
    WHERE f.is_counted AND f.delivered_day IS NOT NULL
  UNION ALL SELECT f.ready_day, 0, 0, 0, 0, 0, 0, 0, f.turnaround_days, 1 WHERE f.is_counted AND f.turnaround_days IS NOT NULL
  UNION ALL SELECT f.opened_day, 0, 0, 0, 0, 0, 1, 0, NULL, 0 WHERE f.is_counted
  UNION ALL SELECT f.closed_day, 0, 0, 0, 0, 0, -1, -(f.overdue_day IS NOT NULL)::int, NULL, 0 WHERE f.is_counted AND f.closed_day IS NOT NULL
  UNION ALL SELECT f.overdue_day, 0, 0, 0, 0, 0, 0, 1, NULL, 0 WHERE f.is_counted AND f.overdue_day IS NOT NULL
$$;
--> statement-breakpoint
-- Takes what a job counted before out of its days and puts in what it counts now. Its caller holds the job's row.
CREATE FUNCTION refresh_job_fact(one_shop uuid, one_job uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE was job_fact; fresh job_fact;
BEGIN
  SELECT * INTO was FROM job_fact WHERE shop_id = one_shop AND job_id = one_job;
  SELECT * INTO fresh FROM job_fact_now WHERE shop_id = one_shop AND job_id = one_job;
  IF was.delivered_at = fresh.delivered_at THEN fresh.delivered_cents := was.delivered_cents; END IF;
  IF was IS NOT DISTINCT FROM fresh THEN RETURN; END IF;
  INSERT INTO job_fact VALUES (fresh.*) ON CONFLICT (shop_id, job_id) DO UPDATE SET is_counted = excluded.is_counted,
    opened_day = excluded.opened_day, closed_day = excluded.closed_day, overdue_day = excluded.overdue_day,
    ready_day = excluded.ready_day, turnaround_days = excluded.turnaround_days, delivered_at = excluded.delivered_at,
    delivered_day = excluded.delivered_day, delivered_cents = excluded.delivered_cents, delivered_cm2 = excluded.delivered_cm2,
    is_on_time = excluded.is_on_time;
  INSERT INTO fact_delta (shop_id, day, delivered_cents, delivered_jobs, delivered_cm2, on_time_jobs, due_jobs, open_jobs, overdue_jobs,
    turnaround_days, turnaround_jobs)
  SELECT one_shop, day, sum(sign * delivered_cents), sum(sign * delivered_jobs), sum(sign * delivered_cm2), sum(sign * on_time_jobs),
    sum(sign * due_jobs), sum(sign * open_jobs), sum(sign * overdue_jobs), turnaround_days, sum(sign * turnaround_jobs)
  FROM (SELECT -1 AS sign, c.* FROM counts_of(was) c UNION ALL SELECT 1, c.* FROM counts_of(fresh) c) both_ways
  GROUP BY day, turnaround_days
  HAVING (sum(sign * delivered_cents), sum(sign * delivered_jobs), sum(sign * delivered_cm2), sum(sign * on_time_jobs),
    sum(sign * due_jobs), sum(sign * open_jobs), sum(sign * overdue_jobs), sum(sign * turnaround_jobs)) <> (0, 0, 0, 0, 0, 0, 0, 0);
END $$;
--> statement-breakpoint
CREATE FUNCTION count_bookings(one_shop uuid, one_job uuid, sign int) RETURNS void LANGUAGE sql AS $$
  INSERT INTO fact_delta (shop_id, day, booked_cents)
  SELECT one_shop, day, sign * sum(cents) FROM booking WHERE shop_id = one_shop AND job_id = one_job
  GROUP BY day HAVING sum(cents) <> 0
$$;
--> statement-breakpoint
-- The days a proof's version waits: from its asking until it is answered or taken back, or its job is closed.
CREATE FUNCTION refresh_waiting(one_shop uuid, one_version uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE was waiting_fact; since date; until date; zone text; v record;
BEGIN
  SELECT time_zone INTO zone FROM shop WHERE id = one_shop;
  SELECT * INTO was FROM waiting_fact WHERE shop_id = one_shop AND version_id = one_version;
  SELECT n.state, n.asked_at, n.decided_at, coalesce(p.retired_at, j.retired_at) IS NULL AS is_counted,
      CASE WHEN j.stage_kind IN ('delivered', 'cancelled') THEN (coalesce(j.delivered_at, j.stage_entered_at) AT TIME ZONE zone)::date END AS closed
    INTO v FROM proof_version n
    JOIN proof p ON p.shop_id = n.shop_id AND p.id = n.proof_id
    JOIN job j ON j.shop_id = p.shop_id AND j.id = p.job_id
    WHERE n.shop_id = one_shop AND n.id = one_version;
  IF v.state = 'waiting' AND v.is_counted THEN
    since := (v.asked_at AT TIME ZONE zone)::date;
    until := greatest(since, v.closed);
    IF v.closed IS NULL THEN until := NULL; END IF;
  ELSIF v.is_counted THEN
    since := was.from_day;
    until := coalesce(was.until_day, greatest(since,
      (CASE WHEN v.state IN ('approved', 'rejected', 'changes') THEN v.decided_at ELSE now() END AT TIME ZONE zone)::date));
  END IF;
  IF since IS NULL THEN
    DELETE FROM waiting_fact WHERE shop_id = one_shop AND version_id = one_version;
  ELSE
    INSERT INTO waiting_fact VALUES (one_shop, one_version, since, until)
    ON CONFLICT (shop_id, version_id) DO UPDATE SET from_day = excluded.from_day, until_day = excluded.until_day;
  END IF;
  INSERT INTO fact_delta (shop_id, day, waiting_proofs)
  SELECT one_shop, day, sum(sign) FROM (VALUES (was.from_day, -1), (was.until_day, 1), (since, 1), (CASE WHEN since IS NOT NULL THEN until END, -1)) changed (day, sign)
  WHERE day IS NOT NULL GROUP BY day HAVING sum(sign) <> 0;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_job_facts() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF TG_OP = 'UPDATE' THEN
    PERFORM refresh_waiting(v.shop_id, v.id) FROM proof p JOIN proof_version v ON v.shop_id = p.shop_id AND v.proof_id = p.id
    WHERE p.shop_id = NEW.shop_id AND p.job_id = NEW.id AND v.state = 'waiting';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_delivered_area() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_job_fact(NEW.shop_id, NEW.job_id) FROM job_fact f
  WHERE f.shop_id = NEW.shop_id AND f.job_id = NEW.job_id AND f.delivered_at IS NOT NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_waiting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_waiting(NEW.shop_id, NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_powder_facts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE one_day date; used bigint; worth bigint;
BEGIN
  SELECT (NEW.at AT TIME ZONE time_zone)::date INTO one_day FROM shop WHERE id = NEW.shop_id;
  used := CASE WHEN NEW.kind IN ('usage', 'return', 'waste') THEN -coalesce(NEW.cost_cents, 0) ELSE 0 END;
  -- keep_on_hand, which comes first by its name, has added the movement already.
  SELECT powder_worth(on_hand_mg, price_cents, price_unit, box_mg) - powder_worth(on_hand_mg - NEW.mass_mg, price_cents, price_unit, box_mg)
    INTO worth FROM lot WHERE shop_id = NEW.shop_id AND id = NEW.lot_id AND retired_at IS NULL;
  IF worth <> 0 THEN
    INSERT INTO stock_change (shop_id, lot_id, at, day, cents) VALUES (NEW.shop_id, NEW.lot_id, NEW.at, one_day, worth);
  END IF;
  IF used <> 0 OR worth <> 0 THEN
    INSERT INTO fact_delta (shop_id, day, powder_cents, stock_cents) VALUES (NEW.shop_id, one_day, used, coalesce(worth, 0));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_lot_worth() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE one_day date; worth bigint;
BEGIN
  worth := CASE WHEN NEW.retired_at IS NULL THEN powder_worth(NEW.on_hand_mg, NEW.price_cents, NEW.price_unit, NEW.box_mg) ELSE 0 END
    - CASE WHEN OLD.retired_at IS NULL THEN powder_worth(OLD.on_hand_mg, OLD.price_cents, OLD.price_unit, OLD.box_mg) ELSE 0 END;
  IF worth = 0 THEN RETURN NULL; END IF;
  SELECT (now() AT TIME ZONE time_zone)::date INTO one_day FROM shop WHERE id = NEW.shop_id;
  INSERT INTO stock_change (shop_id, lot_id, at, day, cents) VALUES (NEW.shop_id, NEW.id, now(), one_day, worth);
  INSERT INTO fact_delta (shop_id, day, stock_cents) VALUES (NEW.shop_id, one_day, worth);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Folds a shop's increments into its totals; nobody else locks either, so nobody waits. Resolves to how many there were.
CREATE FUNCTION fold_facts(one_shop uuid) RETURNS int LANGUAGE plpgsql AS $$
DECLARE folded int;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('facts ' || one_shop, 0)) THEN RETURN 0; END IF;
  WITH gone AS (DELETE FROM fact_delta WHERE shop_id = one_shop RETURNING *),
  days AS (
    INSERT INTO day_total (shop_id, day, booked_cents, delivered_cents, delivered_jobs, delivered_cm2, on_time_jobs, due_jobs, powder_cents, open_jobs, overdue_jobs, waiting_proofs, stock_cents)
    SELECT one_shop, day, sum(booked_cents), sum(delivered_cents), sum(delivered_jobs), sum(delivered_cm2), sum(on_time_jobs), sum(due_jobs), sum(powder_cents), sum(open_jobs), sum(overdue_jobs), sum(waiting_proofs), sum(stock_cents) FROM gone GROUP BY day
    ON CONFLICT (shop_id, day) DO UPDATE SET
      booked_cents = day_total.booked_cents + excluded.booked_cents,
      delivered_cents = day_total.delivered_cents + excluded.delivered_cents,
      delivered_jobs = day_total.delivered_jobs + excluded.delivered_jobs,
      delivered_cm2 = day_total.delivered_cm2 + excluded.delivered_cm2,
      on_time_jobs = day_total.on_time_jobs + excluded.on_time_jobs,
      due_jobs = day_total.due_jobs + excluded.due_jobs,
      powder_cents = day_total.powder_cents + excluded.powder_cents,
      open_jobs = day_total.open_jobs + excluded.open_jobs,
      overdue_jobs = day_total.overdue_jobs + excluded.overdue_jobs,
      waiting_proofs = day_total.waiting_proofs + excluded.waiting_proofs,
      stock_cents = day_total.stock_cents + excluded.stock_cents),
  levels AS (
    INSERT INTO level_total (shop_id, open_jobs, overdue_jobs, waiting_proofs, stock_cents)
    SELECT one_shop, coalesce(sum(open_jobs), 0), coalesce(sum(overdue_jobs), 0), coalesce(sum(waiting_proofs), 0), coalesce(sum(stock_cents), 0) FROM gone HAVING count(*) > 0
    ON CONFLICT (shop_id) DO UPDATE SET open_jobs = level_total.open_jobs + excluded.open_jobs, overdue_jobs = level_total.overdue_jobs + excluded.overdue_jobs, waiting_proofs = level_total.waiting_proofs + excluded.waiting_proofs, stock_cents = level_total.stock_cents + excluded.stock_cents),
  turnarounds AS (
    INSERT INTO turnaround_total (shop_id, day, days, jobs)
    SELECT one_shop, day, turnaround_days, sum(turnaround_jobs) FROM gone WHERE turnaround_days IS NOT NULL GROUP BY day, turnaround_days
    ON CONFLICT (shop_id, day, days) DO UPDATE SET jobs = turnaround_total.jobs + excluded.jobs)
  SELECT count(*) INTO folded FROM gone;
  RETURN folded;
END $$;
--> statement-breakpoint
-- All that a shop's facts add to which days.
CREATE VIEW every_count WITH (security_invoker = true) AS
SELECT f.shop_id, c.day, 0::bigint AS booked_cents, c.delivered_cents, c.delivered_jobs, c.delivered_cm2, c.on_time_jobs, c.due_jobs, 0::bigint AS powder_cents, c.open_jobs, c.overdue_jobs, 0 AS waiting_proofs, 0::bigint AS stock_cents, c.turnaround_days, c.turnaround_jobs
  FROM job_fact f CROSS JOIN LATERAL counts_of(f) c
UNION ALL SELECT b.shop_id, b.day, b.cents, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, 0
  FROM booking b JOIN job_fact f ON f.shop_id = b.shop_id AND f.job_id = b.job_id AND f.is_counted
UNION ALL SELECT w.shop_id, w.from_day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, NULL, 0 FROM waiting_fact w
UNION ALL SELECT w.shop_id, w.until_day, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, 0, NULL, 0 FROM waiting_fact w WHERE w.until_day IS NOT NULL
UNION ALL SELECT m.shop_id, (m.at AT TIME ZONE s.time_zone)::date, 0, 0, 0, 0, 0, 0, -m.cost_cents, 0, 0, 0, 0, NULL, 0
  FROM movement m JOIN shop s ON s.id = m.shop_id WHERE m.kind IN ('usage', 'return', 'waste') AND m.cost_cents <> 0
UNION ALL SELECT c.shop_id, c.day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, c.cents, NULL, 0 FROM stock_change c;
--> statement-breakpoint
-- Makes a shop's facts and totals anew: when its days change (zone, working days), and for what was written past the triggers.
CREATE FUNCTION recount_facts(one_shop uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE zone text;
BEGIN
  LOCK TABLE booking, job_fact, waiting_fact, stock_change IN SHARE ROW EXCLUSIVE MODE;
  PERFORM pg_advisory_xact_lock(hashtextextended('facts ' || one_shop, 0));
  SELECT time_zone INTO zone FROM shop WHERE id = one_shop;
  UPDATE booking SET day = (at AT TIME ZONE zone)::date WHERE shop_id = one_shop AND day <> (at AT TIME ZONE zone)::date;
  UPDATE stock_change SET day = (at AT TIME ZONE zone)::date WHERE shop_id = one_shop AND day <> (at AT TIME ZONE zone)::date;
  INSERT INTO job_fact SELECT * FROM job_fact_now WHERE shop_id = one_shop
  ON CONFLICT (shop_id, job_id) DO UPDATE SET is_counted = excluded.is_counted,
    opened_day = excluded.opened_day, closed_day = excluded.closed_day, overdue_day = excluded.overdue_day,
    ready_day = excluded.ready_day, turnaround_days = excluded.turnaround_days, delivered_at = excluded.delivered_at,
    delivered_day = excluded.delivered_day, delivered_cm2 = excluded.delivered_cm2, is_on_time = excluded.is_on_time,
    delivered_cents = CASE WHEN job_fact.delivered_at = excluded.delivered_at THEN job_fact.delivered_cents ELSE excluded.delivered_cents END
  WHERE job_fact IS DISTINCT FROM excluded;
  WITH counts AS MATERIALIZED (
    SELECT day, sum(booked_cents) AS booked_cents, sum(delivered_cents) AS delivered_cents, sum(delivered_jobs) AS delivered_jobs, sum(delivered_cm2) AS delivered_cm2, sum(on_time_jobs) AS on_time_jobs, sum(due_jobs) AS due_jobs, sum(powder_cents) AS powder_cents, sum(open_jobs) AS open_jobs, sum(overdue_jobs) AS overdue_jobs, sum(waiting_proofs) AS waiting_proofs, sum(stock_cents) AS stock_cents, turnaround_days, sum(turnaround_jobs) AS turnaround_jobs FROM every_count WHERE shop_id = one_shop
    GROUP BY day, turnaround_days),
  gone AS (DELETE FROM fact_delta WHERE shop_id = one_shop),
  days AS (
    INSERT INTO day_total (shop_id, day, booked_cents, delivered_cents, delivered_jobs, delivered_cm2, on_time_jobs, due_jobs, powder_cents, open_jobs, overdue_jobs, waiting_proofs, stock_cents)
    SELECT one_shop, day, sum(booked_cents), sum(delivered_cents), sum(delivered_jobs), sum(delivered_cm2), sum(on_time_jobs), sum(due_jobs), sum(powder_cents), sum(open_jobs), sum(overdue_jobs), sum(waiting_proofs), sum(stock_cents) FROM (
      SELECT day, booked_cents, delivered_cents, delivered_jobs, delivered_cm2, on_time_jobs, due_jobs, powder_cents, open_jobs, overdue_jobs, waiting_proofs, stock_cents FROM counts UNION ALL SELECT day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM day_total WHERE shop_id = one_shop) both_ways
    GROUP BY day ON CONFLICT (shop_id, day) DO UPDATE SET booked_cents = excluded.booked_cents, delivered_cents = excluded.delivered_cents, delivered_jobs = excluded.delivered_jobs, delivered_cm2 = excluded.delivered_cm2, on_time_jobs = excluded.on_time_jobs, due_jobs = excluded.due_jobs, powder_cents = excluded.powder_cents, open_jobs = excluded.open_jobs, overdue_jobs = excluded.overdue_jobs, waiting_proofs = excluded.waiting_proofs, stock_cents = excluded.stock_cents),
  levels AS (
    INSERT INTO level_total (shop_id, open_jobs, overdue_jobs, waiting_proofs, stock_cents) SELECT one_shop, coalesce(sum(open_jobs), 0), coalesce(sum(overdue_jobs), 0), coalesce(sum(waiting_proofs), 0), coalesce(sum(stock_cents), 0) FROM counts
    ON CONFLICT (shop_id) DO UPDATE SET open_jobs = excluded.open_jobs, overdue_jobs = excluded.overdue_jobs, waiting_proofs = excluded.waiting_proofs, stock_cents = excluded.stock_cents)
  INSERT INTO turnaround_total (shop_id, day, days, jobs)
  SELECT one_shop, day, days, sum(jobs) FROM (
    SELECT day, turnaround_days AS days, turnaround_jobs AS jobs FROM counts WHERE turnaround_days IS NOT NULL
    UNION ALL SELECT day, days, 0 FROM turnaround_total WHERE shop_id = one_shop) both_ways
  GROUP BY day, days ON CONFLICT (shop_id, day, days) DO UPDATE SET jobs = excluded.jobs;
END $$;
--> statement-breakpoint
CREATE FUNCTION recount_shop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM recount_facts(NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What shops have already: when each job was booked and which due date was agreed, as far as their history says.
DO $$ DECLARE one shop; BEGIN
  FOR one IN SELECT * FROM shop LOOP
    PERFORM set_config('coatyard.shop', one.id::text, true);
    UPDATE job SET
      booked_at = CASE
        WHEN stage_kind NOT IN ('quoted', 'cancelled') THEN coalesce(received_at, ready_at, delivered_at, created_at)
        WHEN EXISTS (SELECT FROM event e WHERE e.shop_id = one.id AND e.job_id = job.id AND e.kind = 'job.moved') THEN received_at END,
      agreed_due_on = coalesce((
        SELECT (e.after ->> 'dueOn')::date FROM event e
        WHERE e.shop_id = one.id AND e.job_id = job.id AND e.kind IN ('job.created', 'job.edited') AND e.after ->> 'dueOn' IS NOT NULL
        ORDER BY e.seq LIMIT 1), due_on)
    WHERE shop_id = one.id;
    WITH changed AS (
      SELECT e.job_id, e.seq, e.at, coalesce((e.before ->> 'priceCents')::bigint, 0) AS was,
        coalesce((e.after ->> 'priceCents')::bigint, 0) AS is_now
      FROM event e JOIN job j ON j.shop_id = e.shop_id AND j.id = e.job_id
      WHERE e.shop_id = one.id AND e.kind = 'job.edited' AND jsonb_exists(e.after, 'priceCents') AND e.at > j.booked_at),
    lines AS (
      SELECT j.id AS job_id, j.booked_at AS at,
        coalesce((SELECT c.was FROM changed c WHERE c.job_id = j.id ORDER BY c.seq LIMIT 1), j.price_cents, 0) AS cents
      FROM job j WHERE j.shop_id = one.id AND j.booked_at IS NOT NULL
      UNION ALL SELECT job_id, at, is_now - was FROM changed WHERE is_now <> was),
    rest AS (
      SELECT j.id AS job_id, greatest(j.updated_at, max(l.at)) AS at, coalesce(j.price_cents, 0) - sum(l.cents) AS cents
      FROM job j JOIN lines l ON l.job_id = j.id WHERE j.shop_id = one.id GROUP BY j.id, j.updated_at, j.price_cents)
    INSERT INTO booking (shop_id, job_id, at, day, cents)
    SELECT one.id, job_id, at, (at AT TIME ZONE one.time_zone)::date, cents FROM (
      SELECT * FROM lines UNION ALL SELECT * FROM rest WHERE cents <> 0) every_line;
    INSERT INTO stock_change (shop_id, lot_id, at, day, cents)
    SELECT one.id, lot_id, at, (at AT TIME ZONE one.time_zone)::date, worth FROM (
      SELECT m.lot_id, m.at, powder_worth(held.mg, l.price_cents, l.price_unit, l.box_mg)
        - powder_worth(held.mg - m.mass_mg, l.price_cents, l.price_unit, l.box_mg) AS worth
      FROM (SELECT m.*, (sum(mass_mg) OVER (PARTITION BY lot_id ORDER BY at, id))::bigint AS mg FROM movement m WHERE m.shop_id = one.id) held
      JOIN movement m ON m.shop_id = one.id AND m.id = held.id
      JOIN lot l ON l.shop_id = one.id AND l.id = m.lot_id AND l.retired_at IS NULL) changes WHERE worth <> 0;
    INSERT INTO waiting_fact (shop_id, version_id, from_day, until_day)
    SELECT one.id, v.id, since, greatest(since, until) FROM (
      SELECT v.id, (v.asked_at AT TIME ZONE one.time_zone)::date AS since, (CASE
        WHEN v.state = 'waiting' THEN CASE WHEN j.stage_kind IN ('delivered', 'cancelled') THEN coalesce(j.delivered_at, j.stage_entered_at) END
        ELSE coalesce(v.decided_at, least(v.expires_at, now())) END AT TIME ZONE one.time_zone)::date AS until
      FROM proof_version v JOIN proof p ON p.shop_id = v.shop_id AND p.id = v.proof_id
      JOIN job j ON j.shop_id = p.shop_id AND j.id = p.job_id
      WHERE v.shop_id = one.id AND v.asked_at IS NOT NULL AND p.retired_at IS NULL AND j.retired_at IS NULL) v;
    UPDATE waiting_fact SET until_day = NULL WHERE shop_id = one.id AND version_id IN (
      SELECT v.id FROM proof_version v JOIN proof p ON p.shop_id = v.shop_id AND p.id = v.proof_id
      JOIN job j ON j.shop_id = p.shop_id AND j.id = p.job_id
      WHERE v.shop_id = one.id AND v.state = 'waiting' AND j.stage_kind NOT IN ('delivered', 'cancelled'));
    PERFORM recount_facts(one.id);
  END LOOP;
  PERFORM set_config('coatyard.shop', '', true);
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_job_facts AFTER INSERT ON job FOR EACH ROW EXECUTE FUNCTION keep_job_facts();
--> statement-breakpoint
-- A move that changes none of these costs nothing here.
CREATE TRIGGER keep_job_facts_of_changes AFTER UPDATE ON job FOR EACH ROW WHEN (
  (OLD.price_cents, OLD.booked_at, OLD.created_at, OLD.received_at, OLD.ready_at, OLD.delivered_at, OLD.due_on, OLD.agreed_due_on, OLD.retired_at)
    IS DISTINCT FROM (NEW.price_cents, NEW.booked_at, NEW.created_at, NEW.received_at, NEW.ready_at, NEW.delivered_at, NEW.due_on, NEW.agreed_due_on, NEW.retired_at)
  OR OLD.stage_kind <> NEW.stage_kind AND (OLD.stage_kind IN ('delivered', 'cancelled') OR NEW.stage_kind IN ('delivered', 'cancelled')))
  EXECUTE FUNCTION keep_job_facts();
--> statement-breakpoint
CREATE TRIGGER keep_delivered_area AFTER INSERT OR UPDATE OF quantity, area_each_cm2, retired_at ON part
  FOR EACH ROW EXECUTE FUNCTION keep_delivered_area();
--> statement-breakpoint
CREATE TRIGGER keep_waiting AFTER INSERT ON proof_version FOR EACH ROW WHEN (NEW.state = 'waiting') EXECUTE FUNCTION keep_waiting();
--> statement-breakpoint
CREATE TRIGGER keep_waiting_of_changes AFTER UPDATE ON proof_version FOR EACH ROW WHEN (
  (OLD.state = 'waiting' OR NEW.state = 'waiting') AND (OLD.state, OLD.asked_at) IS DISTINCT FROM (NEW.state, NEW.asked_at))
  EXECUTE FUNCTION keep_waiting();
--> statement-breakpoint
CREATE TRIGGER keep_powder_facts AFTER INSERT ON movement FOR EACH ROW EXECUTE FUNCTION keep_powder_facts();
--> statement-breakpoint
CREATE TRIGGER keep_lot_worth AFTER UPDATE ON lot FOR EACH ROW WHEN (
  (OLD.price_cents, OLD.price_unit, OLD.box_mg, OLD.retired_at) IS DISTINCT FROM (NEW.price_cents, NEW.price_unit, NEW.box_mg, NEW.retired_at))
  EXECUTE FUNCTION keep_lot_worth();
--> statement-breakpoint
CREATE TRIGGER recount_shop AFTER UPDATE ON shop FOR EACH ROW WHEN (OLD.time_zone <> NEW.time_zone) EXECUTE FUNCTION recount_shop();
--> statement-breakpoint
GRANT SELECT ON job_fact_now, every_count TO coatyard_app;
