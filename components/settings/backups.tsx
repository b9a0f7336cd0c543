import { Badge } from "@/components/ui/badge";
import { Fact, Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import type { BackupAlarm, BackupStatus } from "@/lib/backups/backup-standing";
import { dateFormat, numberFormat } from "@/lib/measures/formats";
import { formatBytes } from "./format-bytes";
import { RunBackup } from "./run-backup";

type Times = { now: string; zone: string; locale: string };
type BackupsProps = {
  status: BackupStatus | null;
  alarm: BackupAlarm | null;
  isAsked: boolean;
  times: Times;
};

/** How the backups stand, for the owner: the last, proven or not, where they are, and one to run now. */
export function BackupsHere({ status, alarm, isAsked, times }: BackupsProps) {
  const running = status?.running;
  const step = running ? running.step : isAsked ? "The backup begins" : null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {alarm && (
        <Notice tone={alarm.tone} title={alarm.title}>
          {alarm.what}
        </Notice>
      )}
      <Section
        title="Backups"
        isFramed
        actions={<RunBackup isRunning={isAsked || Boolean(running)} />}
        description="The database and the files, each night and whenever you ask. A copy is started beside the shop and compared with it, row by row; between two backups, every minute is kept."
      >
        {status ? <Standing status={status} step={step} times={times} /> : <Step step={step} />}
      </Section>
      {status && status.kept.length > 0 && <Kept kept={status.kept} times={times} />}
      <Section title="Bringing the shop back" isFramed>
        <p className="max-w-prose">Stop Coatyard and run one of these. What was there is kept aside.</p>
        <Facts className="mt-2 max-sm:grid-cols-1 max-sm:gap-y-0.5">
          <Fact name="To the newest">
            <Code>npm run restore</Code>
          </Fact>
          <Fact name="To a moment">
            <Code>npm run restore -- --to "2026-11-21 14:30"</Code>
          </Fact>
        </Facts>
        <p className="mt-4 max-w-prose">
          Backups are encrypted. On another computer they open with their key alone, so write it down and keep
          it away from this one.
        </p>
        <Facts className="mt-2 max-sm:grid-cols-1 max-sm:gap-y-0.5">
          <Fact name="Shows the key">
            <Code>npm run backup -- --key</Code>
          </Fact>
        </Facts>
        {status && !status.isApart && (
          <p className="mt-4 max-w-prose text-risk-ink">
            They lie on the same disk as the shop. Set COATYARD_BACKUPS to a folder on another disk or a
            network drive, and they survive the loss of this one.
          </p>
        )}
      </Section>
    </div>
  );
}

type StandingProps = { status: BackupStatus; step: string | null; times: Times };

function Standing({ status, step, times }: StandingProps) {
  const { good, nextAt, keptUntil, bytes, where } = status;
  const number = numberFormat(times.locale);
  const when = (at: string) => <RelativeTime at={at} {...times} />;
  return (
    <Facts>
      <Fact name="Last">
        {good ? (
          <span className="flex flex-wrap items-center gap-2">
            {when(good.takenAt)}
            <Badge tone="done">proven</Badge>
          </span>
        ) : (
          "none yet"
        )}
      </Fact>
      <Fact name="Compared">
        {good &&
          `${number.format(good.rows)} rows in ${number.format(good.tables)} tables, ${number.format(good.files)} ${good.files === 1 ? "file" : "files"}, the history's seals`}
      </Fact>
      <Fact name="Restored in">{good && `${number.format(Math.ceil(good.restoreSeconds))} s`}</Fact>
      <Fact name="Newest moment">{good && keptUntil && when(keptUntil)}</Fact>
      <Fact name={step ? "Now" : "Next"}>
        <Step step={step} />
        {!step && (nextAt ? when(nextAt) : <span className="text-ink-faint">–</span>)}
      </Fact>
      <Fact name="Size">{bytes !== undefined && formatBytes(bytes, times.locale)}</Fact>
      <Fact name="Where">
        <span className="font-mono text-sm break-all">{where}</span>
      </Fact>
    </Facts>
  );
}

/** What a running backup does now, said aloud; it takes the place of when the next begins, so that nothing moves. */
const Step = ({ step }: { step: string | null }) => <span role="status">{step && `${step} …`}</span>;

function Kept({ kept, times }: { kept: BackupStatus["kept"]; times: Times }) {
  const exact = dateFormat(times.locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: times.zone,
  });
  return (
    <Section
      title="Kept"
      count={kept.length}
      isFramed
      description="Any moment of the last seven days can be restored; before that, one backup a week for a month and one a month for half a year."
    >
      <ul className="grid gap-1.5 sm:grid-cols-2">
        {kept.map((one) => (
          <li key={one.takenAt} className="flex items-center gap-2">
            <time dateTime={one.takenAt}>{exact.format(new Date(one.takenAt))}</time>
            <Badge tone={one.isProven ? "done" : "late"}>{one.isProven ? "proven" : "not proven"}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const Code = ({ children }: { children: React.ReactNode }) => (
  <code className="rounded-sm bg-press px-1 py-0.5 font-mono text-sm break-words">{children}</code>
);
