import "server-only";
import type { Operation } from "./operation";
import { operations } from "./operations";
import { Problem } from "./problem";

export const apiRoot = "/api/v1";

type Found = { line: Operation; named: Record<string, string> };

/** The operation that a request means. Refuses a path that is none, and a method that the path has not. */
export function findOperation(method: string, pathname: string): Found {
  const steps = stepsOf(pathname.slice(apiRoot.length));
  const matching = operations.flatMap((line) => {
    const named = steps && match(stepsOf(line.path) ?? [], steps);
    return named ? [{ line, named }] : [];
  });
  if (matching.length === 0) throw new Problem("not-found", "There is nothing at this address.");
  const wanted = method === "HEAD" ? "GET" : method;
  const found = matching.find(({ line }) => line.method === wanted);
  if (found) return found;
  const allowed = matching.map(({ line }) => line.method).join(", ");
  throw new Problem("method-not-allowed", `This address takes ${allowed}.`, { allow: allowed });
}

/** The decoded steps of a path; null when one of them cannot be decoded. */
function stepsOf(path: string): string[] | null {
  try {
    return path.split("/").slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
}

function match(template: string[], steps: string[]): Record<string, string> | null {
  if (template.length !== steps.length) return null;
  const named: Record<string, string> = {};
  for (const [at, part] of template.entries()) {
    const step = steps[at] as string;
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name) named[name] = step;
    else if (part !== step) return null;
  }
  return named;
}
