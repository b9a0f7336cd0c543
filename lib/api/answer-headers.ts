import "server-only";

type Header = { required?: true; description: string; schema: Record<string, unknown> };

const text = { type: "string" };

/** The headers that answers carry besides their content type, and `required` where an answer that names one always has it. */
export const answerHeaders = {
  RateLimit: {
    required: true,
    description: "How many requests the key has left (r), and in how many seconds they are counted anew (t).",
    schema: { ...text, pattern: '^"key";r=\\d+;t=\\d+$' },
  },
  "RateLimit-Policy": {
    required: true,
    description: "How many requests a key has (q) in how many seconds (w).",
    schema: { ...text, pattern: '^"key";q=\\d+;w=\\d+$' },
  },
  "Retry-After": {
    required: true,
    description: "The seconds to wait.",
    schema: { type: "integer", minimum: 1 },
  },
  "Idempotency-Replayed": {
    description: "Sent where this Idempotency-Key was answered before: nothing was done now.",
    schema: { ...text, enum: ["true"] },
  },
  ETag: {
    required: true,
    description: "The version of what is answered, for If-Match and If-None-Match where they are taken.",
    schema: text,
  },
  Location: { required: true, description: "Its address.", schema: text },
  "WWW-Authenticate": { required: true, description: "What the key lacks.", schema: text },
  Accept: { required: true, description: "The content type to send.", schema: text },
} satisfies Record<string, Header>;

type Name = keyof typeof answerHeaders;

/** Headers of one answer; those `maybe` are not sent with each such answer. */
export const headersOf = (names: readonly Name[], maybe: readonly Name[] = []) => ({
  ...Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
  ...Object.fromEntries(maybe.map((name) => [name, { ...answerHeaders[name], required: false }])),
});

const limit = ["RateLimit", "RateLimit-Policy"] as const;

/** What a key is answered with; limits are counted by key, so who has none hears of none. */
export const keyHeaders = (...names: Name[]) => headersOf([...names, ...limit]);

/** Headers of a refusal, by its status. */
export function refusalHeaders(status: number) {
  switch (status) {
    case 401:
      return headersOf(["WWW-Authenticate"]);
    case 403:
      return headersOf(limit, ["WWW-Authenticate"]);
    case 404:
      return headersOf([], limit);
    case 412:
      return keyHeaders("ETag");
    case 415:
      return keyHeaders("Accept");
    case 429:
      return headersOf(["Retry-After"], limit);
    default:
      return keyHeaders();
  }
}
