"use client";
import Link from "next/link";
import { Section } from "../ui/section";
import { Table, Td, Th } from "../ui/table";

type StageRow = {
  id: string;
  name: string;
  share: number;
  jobs: string;
  overdue: string | null;
  middle: string;
  longest: string;
};
type StageTableProps = { rows: StageRow[]; all: { jobs: string; overdue: string } };

/** The stages in the words the server chose; a client's component for the same reason as the tiles. */
export function StageTable({ rows, all }: StageTableProps) {
  return (
    <Section title="Work in progress now, by stage" className="mt-6 print:break-inside-avoid">
      <Table caption="Open jobs by stage, as they stand now">
        <thead>
          <tr>
            <Th>Stage</Th>
            <Th align="right">Jobs</Th>
            <Th align="right">Overdue</Th>
            <Th align="right">Median age</Th>
            <Th align="right" className="max-sm:hidden">
              Longest
            </Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <Td className="w-full">
                <Link href={`/jobs?stage=${row.id}`} prefetch={false} className="font-medium hover:underline">
                  {row.name}
                </Link>
                <span aria-hidden className="mt-1 block h-1 rounded-full bg-press print:hidden">
                  <span
                    className="block h-full rounded-full bg-ink-faint"
                    style={{ width: `${(row.share * 100).toFixed(1)}%` }}
                  />
                </span>
              </Td>
              <Td align="right">{row.jobs}</Td>
              <Td align="right">
                {row.overdue ? (
                  <Link
                    href={`/jobs?stage=${row.id}&due=overdue`}
                    prefetch={false}
                    aria-label={`${row.overdue} overdue in ${row.name}`}
                    className="inline-flex min-h-6 min-w-6 items-center justify-end font-medium text-late-ink hover:underline"
                  >
                    {row.overdue}
                  </Link>
                ) : (
                  "–"
                )}
              </Td>
              <Td align="right" className="whitespace-nowrap">
                {row.middle}
              </Td>
              <Td align="right" className="whitespace-nowrap max-sm:hidden">
                {row.longest}
              </Td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-medium">
            <Td>All</Td>
            <Td align="right">{all.jobs}</Td>
            <Td align="right">{all.overdue}</Td>
            <Td />
            <Td className="max-sm:hidden" />
          </tr>
        </tfoot>
      </Table>
    </Section>
  );
}
