import Link from "next/link";
import { Section } from "@/components/ui/section";
import { Table, Td, Th } from "@/components/ui/table";
import type { ApiDocument, ApiOperation } from "@/lib/api/document";
import { Icon } from "../ui/icon";
import { ApiGuide } from "./api-guide";
import { FieldList, fieldsOf } from "./field-list";
import { OperationEntry } from "./operation-entry";

type Line = { method: string; path: string; operation: ApiOperation };
type ApiPageProps = {
  document: ApiDocument;
  scopes: { scope: string; name: string }[];
  problems: { code: string; status: number; title: string }[];
};

/** The API for a person: how to ask, everything that can be asked, and what comes back. */
export function ApiPage({ document, scopes, problems }: ApiPageProps) {
  const lines: Line[] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const byTag = Map.groupBy(lines, ({ operation }) => operation.tags[0] ?? "");
  const shapes = Object.entries(document.components.schemas);
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-8 px-4 py-8 md:px-8 lg:grid-cols-[12rem_minmax(0,1fr)]">
      <header className="lg:col-span-2">
        <h1 className="text-lg font-semibold">Coatyard API</h1>
        <p className="max-w-prose text-ink-muted">{document.info.description}</p>
        <p className="mt-1">
          <a href="/api/v1/openapi.json" className="text-accent-ink underline">
            OpenAPI {document.openapi}
          </a>
          {" · "}
          <Link href="/settings/api-keys" prefetch={false} className="text-accent-ink underline">
            The keys of your shop
          </Link>
        </p>
      </header>
      <nav aria-label="On this page" className="top-8 self-start lg:sticky">
        <ul className="flex flex-wrap gap-x-4 gap-y-1 lg:grid">
          {["How to ask", ...byTag.keys(), "Shapes", "Scopes", "Problems"].map((name) => (
            <li key={name}>
              <a
                href={`#${anchorOf(name)}`}
                className="inline-flex min-h-6 items-center text-ink-muted hover:text-ink hover:underline pointer-coarse:min-h-9"
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-10">
        <Section title={<Titled name="How to ask" />}>
          <ApiGuide />
        </Section>
        {[...byTag].map(([tag, entries]) => (
          <Section key={tag} title={<Titled name={tag} />} count={entries.length}>
            <div className="border-t">
              {entries.map((entry) => (
                <OperationEntry key={entry.operation.operationId} {...entry} />
              ))}
            </div>
          </Section>
        ))}
        <Section title={<Titled name="Shapes" />} description="What answers hold.">
          <div className="border-t">
            {shapes.map(([name, schema]) => (
              <details key={name} className="group border-b">
                <summary className="flex min-h-11 cursor-pointer items-center gap-x-3 py-1.5 font-medium hover:bg-hover">
                  <Icon
                    name="chevron-right"
                    size={16}
                    className="shrink-0 text-ink-faint transition-transform group-open:rotate-90"
                  />
                  {name}
                </summary>
                <div id={`shape-${name}`} className="scroll-mt-12 pb-5 sm:pl-7">
                  <FieldList fields={fieldsOf(schema)} />
                </div>
              </details>
            ))}
          </div>
        </Section>
        <Section title={<Titled name="Scopes" />} description="What an owner makes a key for.">
          <Table caption="What each scope opens">
            <thead>
              <tr>
                <Th>Scope</Th>
                <Th>The key may</Th>
              </tr>
            </thead>
            <tbody>
              {scopes.map(({ scope, name }) => (
                <tr key={scope}>
                  <Td>
                    <code>{scope}</code>
                  </Td>
                  <Td>{name}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Section>
        <Section
          title={<Titled name="Problems" />}
          description="Every refusal is a problem as RFC 9457 has it: its code is one of these, its detail a sentence for a person."
        >
          <Table caption="Kinds of problems">
            <thead>
              <tr>
                <Th>Code</Th>
                <Th>Status</Th>
                <Th>What it says</Th>
              </tr>
            </thead>
            <tbody>
              {problems.map(({ code, status, title }) => (
                <tr key={code} id={code}>
                  <Td>
                    <code>{code}</code>
                  </Td>
                  <Td>{status}</Td>
                  <Td>{title}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Section>
      </main>
    </div>
  );
}

const anchorOf = (name: string) => `about-${name.toLowerCase().replaceAll(" ", "-")}`;

/** A heading that the list beside leads to. */
const Titled = ({ name }: { name: string }) => (
  <span id={anchorOf(name)} className="scroll-mt-6">
    {name}
  </span>
);
