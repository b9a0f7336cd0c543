import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";

const lib = resolve(import.meta.dirname, "..");

/** What nobody may say of their own change: whose it is, when it was, and what the product itself works out. */
const neverTyped =
  /^(shopId|role|authorId|actorId|personId|sessionId|createdAt|updatedAt|editedAt|retiredAt|passedAt|sentAt|seq|isDemo|passwordHash|tokenHash|sha256|storageKey|state)$/;

/** Where one of them is the very thing that is asked for, and the command decides. A coat's role is its layer. */
const asked =
  /(signInInput|shopChoice)\.shopId$|(inviteInput|roleChangeInput|contactRoleInput)\.role$|(coats|coatInput)\.role$|outboxInput\.state$/;

type Found = { at: string; object: z.ZodObject };

function objectsIn(schema: z.core.$ZodType, at: string, seen = new Set<unknown>()): Found[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const below = (inner: z.core.$ZodType, name = "") => objectsIn(inner, `${at}${name}`, seen);
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).flatMap(([key, inner]) => below(inner, `.${key}`));
    return [{ at, object: schema }, ...fields];
  }
  const { def } = schema._zod as unknown as { def: Record<string, unknown> };
  const inner = [def.innerType, def.element, def.in, def.out, def.valueType, def.left, def.right];
  const several = Array.isArray(def.options) ? def.options : [];
  return [...inner, ...several]
    .filter((one): one is z.core.$ZodType => one instanceof z.core.$ZodType)
    .flatMap((one) => below(one));
}

async function inputs(): Promise<Found[]> {
  const files = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter((name) =>
    /input\.ts$/.test(name),
  );
  expect(files.length).toBeGreaterThan(6);
  const found: Found[] = [];
  for (const file of files) {
    const exported: Record<string, unknown> = await import(join(lib, file));
    for (const [name, schema] of Object.entries(exported)) {
      if (schema instanceof z.core.$ZodType) found.push(...objectsIn(schema, `${file} ${name}`));
    }
  }
  return found;
}

test("SECURITY 15: no input lets a field through that it does not name", async () => {
  const found = await inputs();
  expect(found.length).toBeGreaterThan(40);
  const open = found.filter(({ object }) => {
    const { catchall } = object._zod.def;
    return catchall !== undefined && catchall._zod.def.type !== "never";
  });
  expect(open.map(({ at }) => at)).toEqual([]);
});

test("SECURITY 15: no input names a shop, an author, a role, a time or a state of its own, but where that is what is asked", async () => {
  const found = await inputs();
  const named = found.flatMap(({ at, object }) => Object.keys(object.shape).map((key) => `${at}.${key}`));
  const typed = named.filter((path) => neverTyped.test(path.split(".").at(-1) ?? ""));
  expect(typed.filter((path) => !asked.test(path))).toEqual([]);
});
