import clsx from "clsx";
import type { ApiSchema } from "@/lib/api/document";
import { typeWords } from "./type-words";

type Field = { name: string; schema: ApiSchema; isRequired: boolean; description?: string };

type FieldListProps = { fields: Field[]; isInside?: boolean };

/** Fields with what each is; the fields of an object, or of a list's objects, stand below it. */
export function FieldList({ fields, isInside = false }: FieldListProps) {
  return (
    <dl className="divide-y">
      {fields.map(({ name, schema, isRequired, description = schema.description }) => (
        <div
          key={name}
          className={clsx("grid gap-x-4 py-1.5", !isInside && "sm:grid-cols-[14rem_minmax(0,1fr)]")}
        >
          <dt className="min-w-0">
            <code className="text-sm break-words">{name}</code>
            {isRequired && <span className="ml-2 text-xs text-ink-muted">required</span>}
          </dt>
          <dd className="min-w-0 text-ink-muted">
            {typeWords(schema)}
            {description && <span className="block text-xs">{description}</span>}
            {schema.default !== undefined && schema.default !== "" && (
              <span className="block text-xs">When left out: {JSON.stringify(schema.default)}</span>
            )}
            {insideOf(schema).map((inner, at) => (
              <div key={String(at)} className="mt-1 border-l pl-3">
                <FieldList fields={fieldsOf(inner)} isInside />
              </div>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The fields of an object's schema. */
export const fieldsOf = ({ properties = {}, required = [] }: ApiSchema): Field[] =>
  Object.entries(properties).map(([name, schema]) => ({ name, schema, isRequired: required.includes(name) }));

/** The objects that a schema holds: itself, its choices' or its list's. */
export function insideOf(schema: ApiSchema): ApiSchema[] {
  if (schema.properties) return [schema];
  const choices = schema.anyOf ?? schema.oneOf ?? (schema.items ? [schema.items] : []);
  return choices.flatMap(insideOf);
}
