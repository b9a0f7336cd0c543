import "server-only";
import type { z } from "zod";
import type { Scope } from "@/db/vocabulary";
import type { KeyActor, KeyContext, WorkContext } from "../context";
import type { Place } from "../entry/keyset";
import { nothing } from "./fields";

export type KeyWork = WorkContext<KeyActor>;

/** Where a page of a list begins and how long it is. */
export type Paging = { after: Place | null; limit: number };
/** A page of a list, and where the next begins; null at the end. */
export type Page<T> = { rows: T[]; next: Place | null };

type Asked<P, Q, B> = { params: P; query: Q; body: B; paging: Paging };

/** How a thing that is changed is locked and read, so that If-Match is judged by what stands in the moment of the change. */
export type Matched<P> = {
  lock: (work: KeyWork, params: P) => Promise<unknown>;
  read: (ctx: KeyContext, params: P) => Promise<unknown>;
  output: z.ZodType;
};

type Part = z.ZodObject;

/**
 * One operation of the API: routes, documents, walks and the fuzz are made from a list of these. Its handler asks the
 * commands and queries that the screens ask; what it answers is cut to `output`.
 */
export type Operation<
  P extends Part = Part,
  Q extends Part = Part,
  B extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = {
  id: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below /api/v1, with {names} of params. */
  path: string;
  tag: string;
  summary: string;
  scope: Scope;
  params: P;
  query: Q;
  body?: B;
  /** None: 204. */
  output?: O;
  /** What a page lists; `output` is then one row. */
  isPage?: boolean;
  /** Makes something new: 201, with its address. */
  location?: (made: z.output<O>, params: z.output<P>) => string;
  /** Only as it was when the caller read it. */
  match?: Matched<z.output<P>>;
  handle: (ctx: KeyContext, asked: Asked<z.output<P>, z.output<Q>, z.output<B>>) => Promise<unknown>;
};

type Loose<P extends Part, Q extends Part, B extends z.ZodType, O extends z.ZodType> = Omit<
  Operation<P, Q, B, O>,
  "params" | "query"
> & { params?: P; query?: Q };

/** Types a line of the table by its own schemas. */
export function operation<
  P extends Part = typeof nothing,
  Q extends Part = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
  O extends z.ZodType = z.ZodUndefined,
>(line: Loose<P, Q, B, O>): Operation {
  return { params: nothing, query: nothing, ...line } as unknown as Operation;
}
