import "server-only";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { sql } from "drizzle-orm";
import { readBackupStatus } from "../backups/read-status";
import { database } from "../context";
import { requestCounts, timeBounds } from "../entry/request-counts";
import { countStreams } from "../live/event-stream";
import { readHealth } from "./read-health";

type Sample = { labels?: Record<string, string>; value: number; suffix?: string };

const held = globalThis as { coatyardLoopDelay?: ReturnType<typeof monitorEventLoopDelay> };
if (!held.coatyardLoopDelay) {
  held.coatyardLoopDelay = monitorEventLoopDelay({ resolution: 20 });
  held.coatyardLoopDelay.enable();
}
const loopDelay = held.coatyardLoopDelay;

/** This process and its deployment in numbers, in the Prometheus text format. No shop's data is among them. */
export async function readMetrics(): Promise<string> {
  const health = await readHealth();
  const queues = health.database ? await readQueues() : [];
  const backups = await readBackupStatus().catch(() => null);
  const unix = (at: string | undefined) => (at ? [{ value: Date.parse(at) / 1000 }] : []);
  const { user, system } = process.cpuUsage();
  return [
    metric("coatyard_database_up", "gauge", "1 when the database answers", [
      { value: Number(health.database) },
    ]),
    metric("coatyard_worker_up", "gauge", "1 when a worker is connected", [{ value: Number(health.worker) }]),
    metric("coatyard_http_request_duration_seconds", "histogram", "How long answers took", requestSamples()),
    metric("coatyard_live_streams", "gauge", "Screens that hold a live stream here", [
      { value: countStreams() },
    ]),
    metric("coatyard_queue_jobs", "gauge", "Background work by queue and state", queues),
    metric(
      "coatyard_backup_last_good_timestamp_seconds",
      "gauge",
      "When the last proven backup was taken",
      unix(backups?.good?.takenAt),
    ),
    metric(
      "coatyard_backup_kept_until_timestamp_seconds",
      "gauge",
      "Until when everything is in the backups",
      unix(backups?.keptUntil),
    ),
    metric(
      "coatyard_backup_failing",
      "gauge",
      "1 while backups fail",
      backups ? [{ value: Number(Boolean(backups.failure)) }] : [],
    ),
    metric("process_resident_memory_bytes", "gauge", "Memory of this process", [
      { value: process.memoryUsage().rss },
    ]),
    metric("process_cpu_seconds_total", "counter", "Processor time of this process", [
      { value: (user + system) / 1e6 },
    ]),
    metric("process_start_time_seconds", "gauge", "When this process started", [
      { value: Math.round(Date.now() / 1000 - process.uptime()) },
    ]),
    metric("nodejs_eventloop_lag_p99_seconds", "gauge", "How long work waited for this process", [
      { value: loopDelay.percentile(99) / 1e9 },
    ]),
  ].join("");
}

function requestSamples(): Sample[] {
  return requestCounts().flatMap(({ method, status, count, seconds, within }) => {
    const labels = { method, status };
    const buckets = timeBounds.map((bound, index) => ({
      labels: { ...labels, le: String(bound) },
      value: within[index] ?? 0,
      suffix: "_bucket",
    }));
    return [
      ...buckets,
      { labels: { ...labels, le: "+Inf" }, value: count, suffix: "_bucket" },
      { labels, value: seconds, suffix: "_sum" },
      { labels, value: count, suffix: "_count" },
    ];
  });
}

async function readQueues(): Promise<Sample[]> {
  const rows = await database().execute<{ name: string; state: string; number: number }>(sql`
    select name, state::text, count(*)::int as number from pgboss.job where state in ('created', 'retry', 'active', 'failed')
    group by name, state order by name, state`);
  return [...rows].map(({ name, state, number }) => ({ labels: { queue: name, state }, value: number }));
}

function metric(name: string, type: string, help: string, samples: readonly Sample[]): string {
  const lines = samples.map(({ labels, value, suffix = "" }) => {
    const named = Object.entries(labels ?? {}).map(
      ([key, text]) => `${key}="${text.replace(/[\\"\n]/g, "_")}"`,
    );
    return `${name}${suffix}${named.length > 0 ? `{${named.join(",")}}` : ""} ${value}\n`;
  });
  return lines.length === 0 ? "" : `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join("")}`;
}
