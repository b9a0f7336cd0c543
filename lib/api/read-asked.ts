import "server-only";
import { z } from "zod";
import { holdsUnkeepable, unkeepable } from "../entry/holds-unkeepable";
import { readText } from "../entry/read-json";
import { readCursor } from "./cursor";
import type { Operation, Paging } from "./operation";
import { Problem } from "./problem";

/** The parts of a path by their schema; what cannot be a number or an id names nothing. */
export function readParams(line: Operation, named: Record<string, string>): Record<string, unknown> {
  const parsed = line.params.safeParse(named);
  if (!parsed.success) throw new Problem("not-found", "There is nothing at this address.");
  return parsed.data;
}

/** The query by its schema. Refuses a name it does not know, one name twice where it is no list, and a wrong value. */
export function readQuery(line: Operation, search: URLSearchParams): Record<string, unknown> {
  const written: Record<string, string | string[]> = {};
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    written[name] = isList(line.query.shape[name]) ? values : values.length > 1 ? values : (values[0] ?? "");
  }
  if (holdsUnkeepable(written)) throw new Problem("malformed", unkeepable);
  const parsed = line.query.strict().safeParse(written);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({
    pointer: issue.path.join(".") || (issue.code === "unrecognized_keys" ? issue.keys.join(", ") : ""),
    detail: issue.message,
  }));
  throw new Problem("malformed", errors[0]?.detail ?? "The query cannot be read.", {}, errors);
}

function isList(schema: z.core.$ZodType | undefined): boolean {
  if (schema instanceof z.ZodArray) return true;
  return schema instanceof z.ZodDefault && isList(schema.def.innerType);
}

/** Where the page that is asked for begins. The same query, limit aside, is the same list. */
export function readPaging(
  line: Operation,
  shopId: string,
  query: Record<string, unknown>,
): Paging & { list: string } {
  const { cursor, limit, ...filters } = query as { cursor?: string; limit?: number };
  const list = JSON.stringify([line.id, shopId, filters]);
  return { list, limit: limit ?? 50, after: cursor === undefined ? null : readCursor(cursor, list) };
}

const merges = /^application\/(merge-patch\+)?json\s*(;|$)/i;
const writes = /^application\/json\s*(;|$)/i;

/** The body of a request as it came and by its schema. Refuses another content type, too much, and what is no JSON. */
export async function readBody(line: Operation, request: Request): Promise<{ text: string; body: unknown }> {
  if (!line.body) return { text: "", body: undefined };
  const type = request.headers.get("content-type") ?? "";
  if (!(line.method === "PATCH" ? merges : writes).test(type)) {
    throw new Problem("unsupported-type", "Send this as application/json.", { accept: "application/json" });
  }
  const text = await readText(request);
  return { text, body: line.body.parse(parseJson(text)) };
}

function parseJson(text: string): unknown {
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    throw new Problem("malformed", "The body is not valid JSON.");
  }
  if (holdsUnkeepable(sent)) {
    throw new Problem("invalid", unkeepable, {}, [{ pointer: "#", detail: unkeepable }]);
  }
  return sent;
}
