-- A proof asked about again, or of somebody else, while it waits goes on waiting: the days it has waited stay counted.
CREATE OR REPLACE FUNCTION refresh_waiting(one_shop uuid, one_version uuid) RETURNS void LANGUAGE plpgsql AS $$
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
    since := least((v.asked_at AT TIME ZONE zone)::date, was.from_day);
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
CREATE OR REPLACE FUNCTION keep_waiting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Asked about once more after it had ended: of two waits the last is kept.
  IF TG_OP = 'UPDATE' AND OLD.state <> 'waiting' THEN
    WITH ended AS (
      DELETE FROM waiting_fact WHERE shop_id = NEW.shop_id AND version_id = NEW.id RETURNING from_day, until_day)
    INSERT INTO fact_delta (shop_id, day, waiting_proofs)
    SELECT NEW.shop_id, day, sum(sign) FROM ended, LATERAL (VALUES (from_day, -1), (until_day, 1)) counted (day, sign)
    WHERE day IS NOT NULL GROUP BY day HAVING sum(sign) <> 0;
  END IF;
  PERFORM refresh_waiting(NEW.shop_id, NEW.id);
  RETURN NULL;
END $$;
