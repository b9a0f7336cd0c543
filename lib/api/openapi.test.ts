import Ajv2020 from "ajv/dist/2020";
import { expect, test } from "vitest";
import { documented } from "../testing/api-fuzz";
import { openApi } from "./openapi";
import { operations } from "./operations";

test("the document names every operation once, with its scope, its summary and what it may answer", () => {
  expect(documented.map(({ says }) => says.operationId).sort()).toEqual(
    operations.map(({ id }) => id).sort(),
  );
  for (const { says } of documented) {
    expect(Object.keys(says.responses)).toEqual(expect.arrayContaining(["400", "401", "403", "429"]));
  }
  expect(openApi()).toMatchObject({ openapi: "3.1.0", security: [{ key: [] }] });
});

test("every name in a path is a parameter of it, and every schema is one", () => {
  const ajv = new Ajv2020({ strict: false });
  for (const { path, says } of documented) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(says.parameters.filter((one) => one.in === "path").map((one) => one.name)).toEqual(named);
    for (const { schema } of says.parameters) expect(ajv.validateSchema(schema)).toBe(true);
  }
});

test("every write takes an Idempotency-Key, and what has a version an If-Match", () => {
  for (const { method, says } of documented) {
    const headers = says.parameters
      .filter((one) => one.in === "header" && one.required)
      .map((one) => one.name);
    if (method === "GET") expect(headers).toEqual([]);
    else expect(headers).toContain("Idempotency-Key");
    if (method === "PATCH") expect(headers).toContain("If-Match");
  }
});

test("masses, money and moments say what they are, and a price is never promised", () => {
  const { components } = openApi() as unknown as {
    components: { schemas: Record<string, { required: string[] }> };
  };
  for (const [name, { required = [] }] of Object.entries(components.schemas)) {
    expect({ name, promised: required.filter((field) => /price|cost/i.test(field)) }).toEqual({
      name,
      promised: [],
    });
  }
});
