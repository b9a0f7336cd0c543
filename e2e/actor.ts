import { readFileSync } from "node:fs";
import type { Answer } from "../lib/entry/answer";

type Manifest = { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> };

const manifest: Manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
const actions = new Map(
  Object.entries(manifest.node).map(([id, action]) => [action.exportedName, { id, ...action }]),
);

/** Every server action of the build, by name. */
export const actionNames = (): string[] => [...actions.keys()].sort();

export const appUrl = (): string => process.env.E2E_URL as string;

export type Sent = { origin?: string | null };

/** Somebody who talks to the app over HTTP as a browser does: with cookies and an Origin. */
export class Actor {
  private cookies = new Map<string, string>();
  /** Every Set-Cookie line as it came, for who asks what a cookie is told to keep. */
  readonly setCookies: string[] = [];

  constructor(
    readonly name: string,
    private readonly base = appUrl(),
    private readonly origin = base,
  ) {}

  /** Calls a server action by its name, as a page would. */
  async call<T = Record<string, unknown>>(
    name: string,
    input?: unknown,
    sent: Sent & { headers?: Record<string, string> } = {},
  ): Promise<Answer<T>> {
    const action = actions.get(name);
    if (!action) throw new Error(`the build has no action ${name}`);
    const response = await this.fetch(pathOf(Object.keys(action.workers)), {
      method: "POST",
      body: JSON.stringify(input === undefined ? [] : [input]),
      ...sent,
      headers: {
        "next-action": action.id,
        "content-type": "text/plain;charset=UTF-8",
        accept: "text/x-component",
        ...sent.headers,
      },
    });
    const text = await response.text();
    const line = text.split("\n").find((row) => /^\d+:\{"ok":/.test(row));
    if (!line && sent.origin !== undefined && response.status >= 400) return refusedByNext;
    if (!line) throw new Error(`${name} answered ${response.status}: ${text.slice(0, 300)}`);
    return JSON.parse(line.slice(line.indexOf(":") + 1));
  }

  /** As call, for what must succeed. */
  async do<T = Record<string, unknown>>(name: string, input?: unknown): Promise<T> {
    const answer = await this.call<T>(name, input);
    if (!answer.ok) throw new Error(`${this.name} may not ${name}: ${answer.message}`);
    return answer.value;
  }

  async fetch(
    path: string,
    { origin = this.origin, headers, ...init }: RequestInit & Sent = {},
  ): Promise<Response> {
    const response = await fetch(new URL(path, this.base), {
      redirect: "manual",
      ...init,
      headers: {
        cookie: [...this.cookies].map(([key, value]) => `${key}=${value}`).join("; "),
        ...(origin === null ? {} : { origin }),
        ...(headers as Record<string, string>),
      },
    });
    for (const set of response.headers.getSetCookie()) {
      this.setCookies.push(set);
      const [, key = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.cookies.set(key, value);
    }
    return response;
  }

  /** Puts a cookie on, as an answer of the app would have. */
  wear(name: string, value: string): this {
    this.cookies.set(name, value);
    return this;
  }

  /** The same session for a browser's context. */
  browserCookies() {
    return [...this.cookies].map(([name, value]) => ({ name, value, url: this.base }));
  }
}

/** Next refuses a foreign Origin of an action before ours is asked. */
const refusedByNext = { ok: false as const, code: "wrong-origin" as const, message: "refused by Next" };

/** A page that holds the action, preferring one whose address needs nothing. */
function pathOf(workers: string[]): string {
  const paths = workers.map((worker) =>
    worker
      .split("/")
      .filter((part) => part !== "app" && part !== "page" && !/^[(@]/.test(part))
      .map((part) => part.replace(/^\[.*\]$/, "1"))
      .join("/"),
  );
  return `/${paths.sort((one, other) => one.length - other.length)[0]}`;
}
