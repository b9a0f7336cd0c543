import type { ImportLine } from "@/lib/imports/list-imports";
import { numberFormat } from "@/lib/measures/formats";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";
import { PageHeader } from "../ui/page-header";
import { Pagination } from "../ui/pagination";
import { RelativeTime } from "../ui/relative-time";
import { Section } from "../ui/section";
import { RowLink, Table, Td, Th } from "../ui/table";
import { BestOrder } from "./best-order";
import { DiscardImport } from "./discard-import";
import { FileDrop } from "./file-drop";
import { kindWords, stateWords } from "./import-words";

type Times = { now: string; zone: string; locale: string };
type ImportsPageProps = {
  list: { imports: ImportLine[]; hasMore: boolean };
  page: number;
  atOnce: number;
  times: Times;
};

/** Where old spreadsheets come in, and what came in before. */
export function ImportsPage({ list, page, atOnce, times }: ImportsPageProps) {
  const { imports, hasMore } = list;
  const first = (page - 1) * atOnce;
  return (
    <div className="mx-auto max-w-5xl px-4 py-4 md:px-6">
      <PageHeader
        title="Import"
        description="Bring in what the shop has in spreadsheets. You see every row before anything is kept, and can undo all of it."
      />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_300px]">
        <FileDrop />
        <BestOrder />
      </div>
      <Section title="Earlier imports" className="mt-8">
        <Table
          caption="Earlier imports, newest first"
          empty={
            imports.length === 0 && (
              <EmptyState icon={<Icon name="file-input" size={20} />} title="Nothing brought in yet">
                Each file you bring in is listed here with what went in and what was left, and can be undone.
              </EmptyState>
            )
          }
        >
          <thead className={imports.length === 0 ? "sr-only" : undefined}>
            <tr>
              <Th>File</Th>
              <Th className="max-sm:hidden">State</Th>
              <Th align="right" className="max-md:hidden">
                Rows
              </Th>
              <Th align="right">In</Th>
              <Th align="right" className="max-sm:hidden">
                Left
              </Th>
              <Th className="max-lg:hidden">By</Th>
              <Th className="max-sm:hidden">When</Th>
              <Th>
                <span className="sr-only">Discard</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {imports.map((line) => (
              <Line key={line.id} line={line} times={times} />
            ))}
          </tbody>
        </Table>
        {(page > 1 || hasMore) && (
          <Pagination
            from={first + 1}
            to={first + imports.length}
            previousHref={page > 1 ? `/imports?page=${page - 1}` : null}
            nextHref={hasMore ? `/imports?page=${page + 1}` : null}
            locale={times.locale}
          />
        )}
      </Section>
    </div>
  );
}

function Line({ line, times }: { line: ImportLine; times: Times }) {
  const { id, fileName, kind, state, rowsInAll, createdAt, by, states } = line;
  const badge = <Badge tone={stateWords[state].tone}>{stateWords[state].name}</Badge>;
  const count = (rows: number) => (state === "mapping" ? "–" : numberFormat(times.locale).format(rows));
  return (
    <tr data-linked>
      <Td className="max-w-72">
        <RowLink href={`/imports/${id}`} prefetch={false} className="block truncate">
          {fileName}
        </RowLink>
        <span className="block text-xs text-ink-faint">{kindWords[kind].name}</span>
        <span className="mt-1 block sm:hidden">{badge}</span>
      </Td>
      <Td className="max-sm:hidden">{badge}</Td>
      <Td align="right" className="text-ink-muted max-md:hidden">
        {numberFormat(times.locale).format(rowsInAll)}
      </Td>
      <Td align="right">{count(states.imported + states.kept)}</Td>
      <Td align="right" className="max-sm:hidden">
        {count(states.left + states.waiting)}
      </Td>
      <Td className="whitespace-nowrap text-ink-muted max-lg:hidden">{by ?? "–"}</Td>
      <Td className="whitespace-nowrap text-ink-muted max-sm:hidden">
        <RelativeTime at={createdAt.toISOString()} {...times} />
      </Td>
      <Td align="right" className="w-0 py-0!">
        {state === "mapping" && <DiscardImport id={id} fileName={fileName} isInList />}
      </Td>
    </tr>
  );
}
