import Ajv2020, { type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { openApi } from "../api/openapi";
import { type ApiAnswer, askWith } from "./api-shop";
import { arbitraryOf, type IdToBe, type Schema, spoil, spoilers } from "./schema-arbitrary";

type Parameter = { name: string; in: "path" | "query" | "header"; required: boolean; schema: Schema };
type Documented = {
  operationId: string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, Said>;
};
type Header = { required?: boolean; schema: Schema };
type Said = {
  content?: Record<string, { schema: object }>;
  headers?: Record<string, Header | { $ref: string }>;
};
export type Line = { method: string; path: string; says: Documented };

const document = openApi() as unknown as {
  paths: Record<string, Record<string, Documented>>;
  components: { headers: Record<string, Header> };
};

/** The operations as our own document names them. */
export const documented: Line[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, says]) => ({ method: method.toUpperCase(), path, says })),
);

/** The ids that stand, by the name of a field or of a path's part. */
export type Standing = (field: string, line: Line) => string[];

const isIdToBe = (value: unknown): value is IdToBe =>
  typeof value === "object" && value !== null && "at" in value && "id" in value;

/** Once in so many times on average. */
const nowAndThen = <T>(times: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

/** A legal or spoilt request to an operation, from a seed alone. */
const requestsOf = ({ says }: Line) => {
  const some = (where: Parameter["in"]) =>
    Object.fromEntries(
      says.parameters
        .filter((one) => one.in === where)
        .map((one) => [one.name, arbitraryOf(one.schema, one.name)]),
    );
  const body = Object.values(says.requestBody?.content ?? {})[0]?.schema;
  return fc.record({
    path: fc.record(some("path")),
    query: fc.record(some("query"), { requiredKeys: [] }),
    body: body ? arbitraryOf(body) : fc.constant(undefined),
    spoiler: nowAndThen(2, spoilers),
    oddPath: nowAndThen(15, fc.constantFrom("0", "-1", "1e9", "%00", "%ff", "a%2Fb", "99999999999", "null")),
    oddQuery: nowAndThen(
      10,
      fc.constantFrom(
        "cursor=abc",
        "limit=0",
        "limit=1e3",
        "x=1",
        "sort=id",
        "q=%00",
        "limit=1&limit=2",
        "cursor=a.b",
      ),
    ),
    oddHeader: nowAndThen(
      15,
      fc.constantFrom("no-key", "text", "no-match", "old-match", "no-once", "long-once"),
    ),
  });
};
type Asked = ReturnType<typeof requestsOf> extends fc.Arbitrary<infer T> ? T : never;

export const sample = (line: Line, seed: number, numRuns: number): Asked[] =>
  fc.sample(requestsOf(line), { seed, numRuns });

const oddHeaders: Record<string, Record<string, string>> = {
  "no-key": { authorization: "" },
  text: { "content-type": "text/plain" },
  "no-match": { "if-match": "" },
  "old-match": { "if-match": '"old"' },
  "no-once": { "idempotency-key": "" },
  "long-once": { "idempotency-key": "x".repeat(300) },
};

/** Sends what was drawn, its ids put in place of those to be. */
export function send(key: string, line: Line, asked: Asked, standing: Standing): Promise<ApiAnswer> {
  const idOf = ({ id, at }: IdToBe) => {
    const there = standing(id, line);
    const found = at < 0 ? undefined : there[at % Math.max(1, there.length)];
    return found ?? (/number|job|seq/i.test(id) ? "987654" : crypto.randomUUID());
  };
  const fill = (value: unknown): unknown => {
    if (isIdToBe(value)) return /number$/i.test(value.id) ? Number(idOf(value)) : idOf(value);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner)]));
  };
  const step = (name: string, value: unknown) => {
    const isFirst = name === "id" && line.path.includes("{contactId}");
    if (isIdToBe(value)) return idOf(isFirst ? { id: name, at: 0 } : value);
    // What stands for a number of a job is drawn from those that stand as often as not.
    const some = String(value).length;
    if (!/^(number|seq)$/.test(name) || some % 4 === 0) return String(value);
    return idOf({ id: name, at: /\/(inspections|\{number\})$/.test(line.path) ? some : 0 });
  };
  const path = line.path.replaceAll(
    /\{(\w+)\}/g,
    (_, name) =>
      asked.oddPath ?? encodeURIComponent(step(name, (asked.path as Record<string, unknown>)[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(fill(asked.query) as Record<string, unknown>)) {
    if (name === "cursor" || value === undefined) continue;
    for (const one of [value].flat()) search.append(name, String(one));
  }
  const query = line.method === "GET" ? [search.toString(), asked.oddQuery].filter(Boolean).join("&") : "";
  const filled = fill(asked.body);
  const body =
    line.says.requestBody && (asked.spoiler ? spoil(filled, asked.spoiler) : JSON.stringify(filled));
  const odd = asked.oddHeader ? oddHeaders[asked.oddHeader] : {};
  return askWith(key)(line.method, `${path}${query ? `?${query}` : ""}`, body, odd);
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ ...document, $id: "https://coatyard.example/openapi.json" } as object);
const compiled = new Map<object, ValidateFunction>();

/** How an answer differs from what the document says of it; nothing when it does not. */
export function mismatchOf({ says }: Line, { status, headers, body }: ApiAnswer): string | null {
  const said = says.responses[status];
  if (!said) return `status ${status} is not documented`;
  const wrong = headerMismatchOf(said, headers);
  if (wrong) return wrong;
  if (!said.content) return body === null ? null : "a body that is not documented";
  const [type, content] = Object.entries(said.content)[0] ?? [];
  if (headers.get("content-type") !== type) return `content type ${headers.get("content-type")}`;
  if (body === null) return "no body";
  const schema = content?.schema as { $ref?: string };
  const validate = validatorOf(schema);
  return validate(body) ? null : ajv.errorsText(validate.errors);
}

/** What every answer has is not said of each: its content type is with its content, and none is to be kept. */
const unsaid = ["content-type", "cache-control"];

function headerMismatchOf({ headers = {} }: Said, sent: Headers): string | null {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  const more = [...sent.keys()].find((name) => !names.includes(name) && !unsaid.includes(name));
  if (more) return `the header ${more} is not documented`;
  for (const [name, said] of Object.entries(headers)) {
    const { required, schema } =
      "$ref" in said ? (document.components.headers[said.$ref.split("/").at(-1) as string] as Header) : said;
    const value = sent.get(name);
    if (value === null && required) return `no ${name}`;
    if (value === null) continue;
    if (!validatorOf(schema)(schema.type === "integer" ? Number(value) : value)) return `${name} is ${value}`;
  }
  return null;
}

function validatorOf(schema: object): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const text = JSON.stringify(schema).replaceAll('"#/', '"https://coatyard.example/openapi.json#/');
  const made = ajv.compile(JSON.parse(text));
  compiled.set(schema, made);
  return made;
}
