"use client";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import type { JobView } from "@/lib/jobs/job-view";
import { formatMass } from "@/lib/measures/format-mass";
import { formatMoney } from "@/lib/measures/format-money";
import {
  type CoatGroup,
  groupCoats,
  type JobCoat,
  type JobDraw,
  type JobPowder,
  outMg,
} from "@/lib/powders/job-powder";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Section } from "../ui/section";
import { Swatch } from "../ui/swatch";
import { lotInside } from "./lot-words";
import { needHint, roundedMass } from "./need-words";

const DrawDialog = dynamic(() => import("./draw-dialog").then((module) => module.DrawDialog));
const PutBackDialog = dynamic(() => import("./put-back-dialog").then((module) => module.PutBackDialog));

type JobPowderProps = { job: JobView; powder: JobPowder };

/** The powder of a job, coat by coat: what it needs, what it has out, and the scale's two buttons. */
export function JobPowderLines({ job, powder }: JobPowderProps) {
  const [drawing, setDrawing] = useState<CoatGroup | null>(null);
  const [returning, setReturning] = useState<JobDraw[] | null>(null);
  const { groups, rest } = groupCoats(powder);
  if (groups.length === 0 && rest.length === 0) return null;
  return (
    <Section title="Powder">
      <ul className="divide-y rounded-lg border bg-surface print:border-ink">
        {groups.map((group) => (
          <GroupLine
            key={group.coat.id}
            job={job}
            group={group}
            onDraw={() => setDrawing(group)}
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
      {drawing && <DrawDialog job={job} group={drawing} onClose={() => setDrawing(null)} />}
      {returning && <PutBackDialog job={job} draws={returning} onClose={() => setReturning(null)} />}
    </Section>
  );
}

type GroupLineProps = {
  job: JobView;
  group: CoatGroup;
  onDraw: () => void;
  onReturn: (draws: JobDraw[]) => void;
};

function GroupLine({ job, group, onDraw, onReturn }: GroupLineProps) {
  const { units, locale } = job.shop;
  const { coat, coats, needMg, isNeedWhole, draws } = group;
  const mass = (mg: number) => roundedMass(mg, units, locale);
  return (
    <li className="p-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="flex min-w-0 flex-1 basis-56 items-center gap-3">
          <Swatch coats={[coat]} size="lg" isNamed />
          <span className="min-w-0">
            <span className="flex flex-wrap items-center gap-x-2">
              {coat.powderId ? (
                <Link
                  href={`/powders/${coat.powderId}`}
                  prefetch={false}
                  className="min-w-0 truncate font-medium hover:underline"
                >
                  {coat.name || coat.code}
                </Link>
              ) : (
                <span className="min-w-0 truncate font-medium">{coat.name || coat.code}</span>
              )}
              {coat.isShort && <Badge tone="late">Short</Badge>}
            </span>
            <span className="block text-ink-muted">{groupWhere(group, job.parts.length)}</span>
          </span>
        </span>
        <span className="text-end @max-md:basis-full @max-md:text-start">
          <span className="block" data-tip={needHint(coats, units, locale)}>
            {needMg === null ? (
              <span className="text-ink-faint">
                {coat.powderId === null ? "No powder chosen yet" : lackWords(coat)}
              </span>
            ) : (
              <>
                Needs {isNeedWhole ? "about" : "more than"}{" "}
                <span className="font-medium">{mass(needMg)}</span>
              </>
            )}
          </span>
          {coat.powderId !== null && (
            <span className={coat.isShort ? "block text-late-ink" : "block text-ink-muted"}>
              {coat.heldMg > 0 ? `${mass(coat.heldMg)} fit to use` : "None fit to use"}
            </span>
          )}
        </span>
        {job.may.drawPowder && (
          <span className="flex gap-1.5 @max-md:basis-full @max-md:*:flex-1 print:hidden">
            <PutBackButton draws={draws} onReturn={onReturn} />
            <Button icon={<Icon name="paint-bucket" size={16} />} onClick={onDraw}>
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
    <Button icon={<Icon name="undo-2" size={16} />} onClick={() => onReturn(out)}>
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
        <li key={`${draw.lotId} ${draw.coatId}`} className="flex flex-wrap gap-x-2">
          <span className="font-medium text-ink">{formatMass(outMg(draw), units, locale)}</span>
          <span>
            of {isPowderNamed ? `${draw.powder}, ` : ""}
            {lotInside(draw.lot)}
          </span>
          {draw.returnedMg > 0 && <span>({formatMass(draw.returnedMg, units, locale)} put back)</span>}
          {draw.costCents != null && <span>{formatMoney(draw.costCents, currency, locale)}</span>}
        </li>
      ))}
    </ul>
  );
}

function groupWhere({ coat, coats }: CoatGroup, parts: number): string {
  const layer = coat.role === "top" ? "" : coat.role;
  const where = parts === 1 ? "" : coats.length === 1 ? coat.part : `${coats.length} parts`;
  return [coat.code === coat.name ? "" : coat.code, layer, where].filter(Boolean).join(" · ");
}

const lackWords = ({ lacks }: JobCoat) =>
  lacks.includes("area") ? "Give an area to see what it needs" : "Give the gravity to see what it needs";
