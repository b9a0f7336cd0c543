import type { ApiSchema } from "@/lib/api/document";
import { numberFormat } from "@/lib/measures/formats";

/** What a value is, in a few words: "text, at most 200", "whole number or null", "one of open, all". */
export function typeWords(schema: ApiSchema): string {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum)
    return `one of ${schema.enum.map((one) => (one === null ? "null" : String(one))).join(", ")}`;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeWords))].join(" or ");
  if (Array.isArray(schema.type))
    return schema.type.map((type) => typeWords({ ...schema, type })).join(" or ");
  return plainWords(schema);
}

export const nameOf = (ref: string) => ref.slice(ref.lastIndexOf("/") + 1);

const formats: Record<string, string> = { uuid: "id", date: "day", "date-time": "moment" };

function plainWords({ type, format, items, maxLength, minimum, maximum }: ApiSchema): string {
  if (type === "array") return listWords(items ?? {});
  if (type === "object") return "object";
  if (type === "boolean") return "true or false";
  if (type === "string")
    return formats[format ?? ""] ?? (maxLength ? `text, at most ${figure(maxLength)}` : "text");
  if (type !== "integer" && type !== "number") return type === undefined ? "anything" : String(type);
  const word = type === "integer" ? "whole number" : "number";
  return isBound(minimum) && isBound(maximum) ? `${word}, ${figure(minimum)} to ${figure(maximum)}` : word;
}

const plurals: Record<string, string> = { object: "objects", id: "ids", text: "texts" };

function listWords(items: ApiSchema): string {
  const words = typeWords(items);
  return `list of ${plurals[words] ?? words}`;
}

const figure = (bound: number | undefined) =>
  bound === undefined ? undefined : numberFormat("en-US").format(bound);

/** A bound that says something: the largest whole number a program can hold does not. */
const isBound = (bound: number | undefined) => bound !== undefined && Math.abs(bound) < 1e12;
