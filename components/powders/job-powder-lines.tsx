"use client";
import { PaintBucket, Undo2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { JobView } from "@/lib/jobs/job-view";
import { formatMass } from "@/lib/measures/format-mass";
import { formatMoney } from "@/lib/measures/format-money";
import { type JobCoat, type JobDraw, type JobPowder, outMg } from "@/lib/powders/job-powder";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Section } from "../ui/section";
import { Swatch } from "../ui/swatch";
import { lotName } from "./lot-words";
import { needHint, roundedMass } from "./need-words";

const DrawDialog = dynamic(() => import("./draw-dialog").then((module) => module.DrawDialog));
const PutBackDialog = dynamic(() => import("./put-back-dialog").then((module) => module.PutBackDialog));

type JobPowderProps = { job: JobView; powder: JobPowder };

/** The powder of a job, coat by coat: what it needs, what it has out, and the scale's two buttons. */
export function JobPowderLines({ job, powder }: JobPowderProps) {
  const [drawing, setDrawing] = useState<JobCoat | null>(null);
  const [returning, setReturning] = useState<JobDraw[] | null>(null);
  const { coats, draws } = powder;
  const rest = draws.filter((draw) => !coats.some((coat) => coat.id === draw.coatId));
  if (coats.length === 0 && rest.length === 0) return null;
  return (
    <Section title="Powder">
      <ul className="divide-y rounded-lg border bg-surface print:border-ink">
        {coats.map((coat) => (
          <CoatLine
            key={coat.id}
            job={job}
            coat={coat}
            isPartNamed={job.parts.length > 1}
            draws={draws.filter((draw) => draw.coatId === coat.id)}
            onDraw={() => setDrawing(coat)}
            onReturn={setReturning}
          />
        ))}
        {rest.length > 0 && (
          <li className="p-3">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <span className="min-w-0 flex-1 basis-56 font-medium">For the job as a whole</span>
              {job.may.drawPowder && <PutBackButton draws={rest} onReturn={setReturning} />}
            </div>
            <Draws draws={rest} job={job} isPowderNamed />
          </li>
        )}
      </ul>
      {drawing && <DrawDialog job={job} coat={drawing} onClose={() => setDrawing(null)} />}
      {returning && <PutBackDialog job={job} draws={returning} onClose={() => setReturning(null)} />}
    </Section>
  );
}

type CoatLineProps = {
  job: JobView;
  coat: JobCoat;
  isPartNamed: boolean;
  draws: JobDraw[];
  onDraw: () => void;
  onReturn: (draws: JobDraw[]) => void;
};

function CoatLine({ job, coat, isPartNamed, draws, onDraw, onReturn }: CoatLineProps) {
  const { units, locale } = job.shop;
  const mass = (mg: number) => roundedMass(mg, units, locale);
  return (
    <li className="p-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="flex min-w-0 flex-1 basis-56 items-center gap-3">
          <Swatch coats={[coat]} size="lg" isNamed />
          <span className="min-w-0">
            <span className="flex flex-wrap items-center gap-x-2">
              <span className="min-w-0 truncate font-medium">{coat.name || coat.code}</span>
              {coat.isShort && <Badge tone="late">Short</Badge>}
            </span>
            <span className="block text-ink-muted">{coatWhere(coat, isPartNamed)}</span>
          </span>
        </span>
        <span className="text-end max-@md:text-start">
          <span className="block" data-tip={needHint(coat, units, locale)}>
            {coat.needMg === null ? (
              <span className="text-ink-faint">{lackWords(coat)}</span>
            ) : (
              <>
                Needs about <span className="font-medium">{mass(coat.needMg)}</span>
              </>
            )}
          </span>
          <span className="block text-ink-muted">
            {coat.powderId === null ? "No powder chosen" : `${mass(coat.heldMg)} on the shelf`}
          </span>
        </span>
        {job.may.drawPowder && (
          <span className="flex gap-1.5 print:hidden">
            <PutBackButton draws={draws} onReturn={onReturn} />
            <Button icon={<PaintBucket size={16} aria-hidden />} onClick={onDraw}>
              Draw
            </Button>
          </span>
        )}
      </div>
      <Draws draws={draws} job={job} />
    </li>
  );
}

function PutBackButton({ draws, onReturn }: { draws: JobDraw[]; onReturn: (draws: JobDraw[]) => void }) {
  const out = draws.filter((draw) => outMg(draw) > 0);
  if (out.length === 0) return null;
  return (
    <Button icon={<Undo2 size={16} aria-hidden />} onClick={() => onReturn(out)}>
      Put back
    </Button>
  );
}

/** What was drawn from which lot, and what came back. */
function Draws({ draws, job, isPowderNamed }: { draws: JobDraw[]; job: JobView; isPowderNamed?: boolean }) {
  const { units, locale, currency } = job.shop;
  if (draws.length === 0) return null;
  return (
    <ul className="mt-2 grid gap-0.5 text-ink-muted">
      {draws.map((draw) => (
        <li key={draw.lotId} className="flex flex-wrap gap-x-2">
          <span className="font-medium text-ink">{formatMass(outMg(draw), units, locale)}</span>
          <span>
            of {isPowderNamed ? `${draw.powder}, ` : ""}
            {lotName(draw.lot).toLowerCase()}
          </span>
          {draw.returnedMg > 0 && <span>({formatMass(draw.returnedMg, units, locale)} put back)</span>}
          {draw.costCents != null && <span>{formatMoney(draw.costCents, currency, locale)}</span>}
        </li>
      ))}
    </ul>
  );
}

function coatWhere({ role, part, code, name }: JobCoat, isPartNamed: boolean): string {
  const coat = role === "top" ? "" : role;
  return [code === name ? "" : code, coat, isPartNamed ? part : ""].filter(Boolean).join(" · ");
}

function lackWords({ lacks }: JobCoat): string {
  return lacks.includes("area")
    ? "Needs its area to be estimated"
    : "Needs the powder’s gravity to be estimated";
}
