import { Badge, type Tone } from "@/components/ui/badge";
import type { ApiOperation, ApiSchema } from "@/lib/api/document";
import { Icon } from "../ui/icon";
import { FieldList, fieldsOf, insideOf } from "./field-list";
import { nameOf, typeWords } from "./type-words";

const tones: Record<string, Tone> = {
  get: "plain",
  post: "accent",
  put: "accent",
  patch: "accent",
  delete: "late",
};

type OperationEntryProps = { method: string; path: string; operation: ApiOperation };

/** One operation, closed to a line: what it takes and what it answers. */
export function OperationEntry({ method, path, operation }: OperationEntryProps) {
  const { operationId, summary, parameters, requestBody, responses } = operation;
  const body = Object.values(requestBody?.content ?? {})[0]?.schema;
  return (
    <details id={operationId} className="group border-b">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-0.5 py-1.5 hover:bg-hover">
        <Icon
          name="chevron-right"
          size={16}
          className="shrink-0 text-ink-faint transition-transform group-open:rotate-90"
        />
        <Badge tone={tones[method]} className="w-16 justify-center">
          {method.toUpperCase()}
        </Badge>
        <code className="text-sm break-all">{path}</code>
        <span className="basis-full pl-7 text-ink-muted lg:basis-auto lg:pl-0">{summary}</span>
      </summary>
      <div className="grid gap-4 pt-1 pb-5 sm:pl-7">
        <p className="text-ink-muted">{operation.description}</p>
        {parameters.length > 0 && (
          <Part title="Takes">
            <FieldList
              fields={parameters.map((one) => ({
                name: one.name,
                schema: one.schema,
                isRequired: one.required,
                description: [placeNames[one.in], one.description ?? one.schema.description]
                  .filter(Boolean)
                  .join(". "),
              }))}
            />
          </Part>
        )}
        {body && (
          <Part title="Body">
            {insideOf(body).map((shape, at) => (
              <div key={String(at)} className="mb-2">
                <FieldList fields={fieldsOf(shape)} />
              </div>
            ))}
          </Part>
        )}
        <Part title="Answers">
          <ul className="divide-y">
            {Object.entries(responses).map(([status, answer]) => (
              <li key={status} className="flex gap-4 py-1.5">
                <code className="w-10 text-sm">{status}</code>
                <span className="min-w-0 text-ink-muted">
                  {answer.description}
                  <Shape schema={Object.values(answer.content ?? {})[0]?.schema} />
                  <Headers names={Object.keys(answer.headers ?? {})} />
                </span>
              </li>
            ))}
          </ul>
        </Part>
      </div>
    </details>
  );
}

const placeNames = { path: "In the address", query: "In the query", header: "Header" };

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 text-xs font-semibold">{title}</h3>
      {children}
    </section>
  );
}

/** The headers that an answer has besides those that say what is left of the key's requests. */
function Headers({ names }: { names: string[] }) {
  const own = names.filter((name) => !name.startsWith("RateLimit"));
  if (own.length === 0) return null;
  return <span className="block text-xs">With {own.join(", ")}</span>;
}

/** The name of what an answer holds, which leads to its fields. */
function Shape({ schema }: { schema?: ApiSchema }) {
  const ref = schema?.$ref ?? schema?.properties?.items?.items?.$ref;
  if (!ref || nameOf(ref) === "Problem") return null;
  return (
    <>
      {": "}
      {schema?.$ref ? "" : "items of "}
      <a href={`#shape-${nameOf(ref)}`} className="text-accent-ink underline">
        {typeWords({ $ref: ref })}
      </a>
    </>
  );
}
