import Link from "next/link";
import type { Measure } from "@/db/vocabulary";
import { type MeasurePage, rowsOnPage } from "@/lib/dashboard/measure-rows";
import type { Period } from "@/lib/dashboard/period";
import { definitions, measureNames, type Reading } from "@/lib/dashboard/reading";
import { buttonClass } from "../ui/button-class";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";
import { Pagination } from "../ui/pagination";
import { Section } from "../ui/section";
import { MeasureRows } from "./measure-rows";
import { type Facts, sayMeasure, saySpan, sayStep } from "./measure-words";
import { Trend } from "./trend";

type MeasurePanelProps = {
  measure: Measure;
  reading: Reading;
  period: Period;
  found: MeasurePage;
  facts: Facts;
  hrefs: { close: string; csv: string | null; page: (page: number) => string };
};

/** An opened number: what it means, its course, and the rows that make it. */
export function MeasurePanel({ measure, reading, period, found, facts, hrefs }: MeasurePanelProps) {
  const points = period.steps.map((step, place) => ({
    step,
    name: sayStep(step, period.steps[place + 1], facts.locale),
    value: reading.trend[place] ?? null,
  }));
  const { page } = found;
  const first = (page - 1) * rowsOnPage;
  return (
    <Section
      isFramed
      className="mt-4"
      title={`${measureNames[measure]}, ${saySpan(period.from, period.until < period.from ? period.from : period.until, facts.locale)}`}
      description={definitions[measure]}
      actions={
        <span className="flex gap-2 print:hidden">
          {hrefs.csv && found.total > 0 && (
            <a href={hrefs.csv} download className={buttonClass({ size: "sm" })}>
              <Icon name="download" size={14} />
              CSV
            </a>
          )}
          <LinkButton
            href={hrefs.close}
            size="sm"
            variant="quiet"
            scroll={false}
            icon={<Icon name="x" size={14} />}
          >
            Close
          </LinkButton>
        </span>
      }
    >
      {points.length > 1 && <Trend measure={measure} points={points} facts={facts} />}
      <table className="sr-only">
        <caption>{measureNames[measure]}, step by step</caption>
        <tbody>
          {points.map((point) => (
            <tr key={point.step}>
              <th scope="row">{point.name}</th>
              <td>{sayMeasure(measure, point.value, facts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mt-4">
        {found.total > 0 ? (
          <>
            <MeasureRows measure={measure} reading={reading} found={found} facts={facts} />
            {found.total > rowsOnPage && (
              <Pagination
                from={first + 1}
                to={first + found.rows.length}
                total={found.total}
                previousHref={page > 1 ? hrefs.page(page - 1) : null}
                nextHref={found.total > first + found.rows.length ? hrefs.page(page + 1) : null}
                locale={facts.locale}
              />
            )}
          </>
        ) : (
          <p className="py-6 text-center text-ink-muted">
            Nothing counts here in these days.{" "}
            <Link href={hrefs.close} className="underline">
              Close
            </Link>
          </p>
        )}
      </div>
    </Section>
  );
}
