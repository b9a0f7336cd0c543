import fc from "fast-check";

export type Schema = {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
};

/** An id to be: of a thing that stands, by the name of its field, or of nothing. */
export type IdToBe = { id: string; at: number };

/** What a JSON schema allows, at its edges more often than not. Ids come as IdToBe, for who knows which things stand. */
export function arbitraryOf(schema: Schema, field = ""): fc.Arbitrary<unknown> {
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((one) => arbitraryOf(one, field)));
  switch (schema.type) {
    case "object":
      return objectOf(schema);
    case "array":
      return fc.array(arbitraryOf(schema.items ?? {}, field), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, Math.max(4, schema.minItems ?? 0)),
      });
    case "string":
      return textOf(schema, field);
    case "integer":
      return numberOf(schema, field);
    case "number":
      return fc.oneof(numberOf(schema, field), fractionOf(schema));
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, inner]) => [name, arbitraryOf(inner, name)]);
  return fc.record(Object.fromEntries(fields), { requiredKeys: required as never[] });
}

function textOf(
  { format, pattern, minLength = 0, maxLength = 40 }: Schema,
  field: string,
): fc.Arbitrary<unknown> {
  if (format === "uuid") {
    return fc.record({ id: fc.constant(field), at: fc.integer({ min: -1, max: 9 }) });
  }
  if (format === "date") return dayText;
  if (format === "date-time") return fc.tuple(dayText, timeText).map((parts) => parts.join("T"));
  if (pattern) return fc.stringMatching(new RegExp(pattern), { maxLength: 12 });
  const most = Math.max(minLength, Math.min(maxLength, 60));
  const words = fc.string({ unit: "grapheme", minLength, maxLength: most });
  const odd = fc.constantFrom("' or 1=1 --", "<script>", "=1+1", "ﷺ", "\u202e", "%00", "\\", "null", " x ");
  return fc.oneof({ weight: 6, arbitrary: words }, { weight: 1, arbitrary: odd });
}

const dayText = fc.oneof(
  fc.constantFrom("0000-01-01", "0001-01-01", "9999-12-31", "2024-02-29"),
  fc
    .date({ min: new Date("2020-01-01"), max: new Date("2032-01-01"), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
);

const timeText = fc.constantFrom("00:00Z", "12:30:00Z", "23:59:59.9999999Z");

function numberOf({ minimum, maximum, exclusiveMinimum }: Schema, field: string): fc.Arbitrary<unknown> {
  const least = Math.ceil(minimum ?? (exclusiveMinimum === undefined ? -1e9 : exclusiveMinimum + 1));
  const whole = fc.integer({
    min: Math.max(least, -(2 ** 53) + 1),
    max: Math.min(maximum ?? 1e9, 2 ** 53 - 1),
  });
  if (!/number$/i.test(field)) return whole;
  return fc.oneof(whole, fc.record({ id: fc.constant(field), at: fc.integer({ min: -1, max: 9 }) }));
}

const fractionOf = ({ minimum, maximum, exclusiveMinimum }: Schema) =>
  fc.double({
    min: minimum ?? exclusiveMinimum ?? -1e9,
    max: maximum ?? 1e9,
    minExcluded: exclusiveMinimum !== undefined,
    noNaN: true,
  });

/** Something that a body is not: another type, more of it, less of it, or no JSON at all. */
export const spoilers = fc.record({
  how: fc.constantFrom(
    "type",
    "drop",
    "add",
    "long",
    "huge",
    "nul",
    "deep",
    "garbage",
    "root",
    "surrogate",
    "proto",
  ),
  pick: fc.nat(20),
  junk: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(-1, 1e308, 0.1, "", [], {}, null, true)),
});
type Spoiler = { how: string; pick: number; junk: unknown };

/** A body spoilt: text to send. */
export function spoil(body: unknown, { how, pick, junk }: Spoiler): string {
  const fields = typeof body === "object" && body !== null ? { ...(body as Record<string, unknown>) } : {};
  const names = Object.keys(fields);
  const name = names[pick % Math.max(1, names.length)] ?? "x";
  const withField = (value: unknown) => JSON.stringify({ ...fields, [name]: value });
  switch (how) {
    case "type":
      return withField(junk);
    case "drop":
      delete fields[name];
      return JSON.stringify(fields);
    case "add":
      return JSON.stringify({ ...fields, shopId: crypto.randomUUID(), [`x${pick}`]: junk });
    case "long":
      return withField("x".repeat(20_001));
    case "huge":
      return withField("x".repeat(300_000));
    case "nul":
      return withField("a\0b");
    case "surrogate":
      return `{"${name}":"\\ud800"}`;
    case "deep":
      return `{"${name}":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    case "proto":
      return `{"__proto__":{"isAdmin":true},"constructor":1,"${name}":${JSON.stringify(junk)}}`;
    case "garbage":
      return `{"${name}": ${"}".repeat(pick)}`;
    default:
      return JSON.stringify(junk) ?? "";
  }
}
