import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** The nouns of lib in their one order: a room may import rooms to its left, and itself. */
const rooms = [
  "measures",
  "history",
  "outbox",
  "messages",
  "people",
  "customers",
  "powders",
  "jobs",
  "stages",
  "files",
  "comments",
  "approvals",
  "live",
  "search",
  "imports",
  "portal",
  "notices",
  "inbox",
  "alerts",
  "dashboard",
  "audit",
  "backups",
  "operating",
  "api",
  "worker",
];
/** Usable from every room: no noun of the shop. */
const bedrock = ["env", "errors", "context", "log", "tell-error", "entry"];
const mayTouchNext = [
  /^lib\/entry\//,
  /^lib\/people\/(session|portal-session|open-cookie)\.ts$/,
  /^lib\/people\/auth\.ts$/,
  /^lib\/[\w-]+\/actions\.ts$/,
];
const mayMintContext = [
  /^lib\/context\.ts$/,
  /^lib\/people\//,
  /^lib\/worker\//,
  /^lib\/testing\//,
  /^db\/seed\//,
];
const mayHoldDatabase = [/^lib\/context\.ts$/, /^lib\/operating\//, /^lib\/people\//, /^lib\/testing\//];
const browserSafe = /^db\/vocabulary$/;

type Import = { from: string; to: string; isType: boolean };

const files = ["app", "components", "db", "lib"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith("lib/testing/");
const sources = files.filter((file) => !isTest(file));
const text = new Map(sources.map((file) => [file, readFileSync(join(root, file), "utf8")]));

const imports: Import[] = sources.flatMap((from) => {
  const code = text.get(from) ?? "";
  const found = code.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^;'"]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']/g,
  );
  return [...found].map((match) => ({
    from,
    to: placeOf(from, match[2] ?? match[3] ?? ""),
    isType: Boolean(match[1]),
  }));
});

function placeOf(from: string, specifier: string): string {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (specifier.startsWith(".")) return relative(root, resolve(root, dirname(from), specifier));
  return specifier;
}

const roomOf = (place: string) => place.match(/^lib\/([\w-]+)/)?.[1] ?? "";
const told = ({ from, to }: Import) => `${from} → ${to}`;
const broken = (rule: (one: Import) => boolean) => imports.filter(rule).map(told);

describe("which way imports point", () => {
  test("app does not import db, but for its words", () => {
    expect(
      broken(({ from, to }) => from.startsWith("app/") && to.startsWith("db/") && !browserSafe.test(to)),
    ).toEqual([]);
  });

  test("components take only actions, pure rules, inputs, types and the vocabulary", () => {
    const isServerOnly = (place: string) => {
      const code = text.get(`${place}.ts`) ?? text.get(`${place}.tsx`) ?? "";
      return code.includes('import "server-only"') && !place.endsWith("/actions");
    };
    expect(
      broken(
        ({ from, to, isType }) =>
          from.startsWith("components/") &&
          !isType &&
          (to.startsWith("app/") || (to.startsWith("db/") && !browserSafe.test(to)) || isServerOnly(to)),
      ),
    ).toEqual([]);
  });

  test("nothing in lib imports app or components, and db imports neither them nor lib, but for its seed", () => {
    expect(broken(({ from, to }) => from.startsWith("lib/") && /^(app|components)\//.test(to))).toEqual([]);
    expect(
      broken(
        ({ from, to }) =>
          from.startsWith("db/") && !from.startsWith("db/seed/") && /^(app|components|lib)\//.test(to),
      ),
    ).toEqual([]);
  });

  test("components/ui would fit any product", () => {
    expect(
      broken(
        ({ from, to, isType }) =>
          from.startsWith("components/ui/") &&
          !isType &&
          /^(lib\/(?!measures)|app\/|db\/(?!vocabulary)|components\/(?!ui))/.test(to),
      ),
    ).toEqual([]);
  });

  test("the rooms of lib stand in one order", () => {
    const unknown = [...new Set(sources.filter((file) => /^lib\/[\w-]+\//.test(file)).map(roomOf))].filter(
      (room) => ![...rooms, ...bedrock].includes(room),
    );
    expect(unknown).toEqual([]);
    expect(
      broken(({ from, to, isType }) => {
        if (isType || !from.startsWith("lib/") || !to.startsWith("lib/")) return false;
        const [here, there] = [roomOf(from), roomOf(to)];
        if (here === there || bedrock.includes(there)) return false;
        if (bedrock.includes(here)) return rooms.indexOf(there) > rooms.indexOf("people");
        return rooms.indexOf(there) > rooms.indexOf(here);
      }),
    ).toEqual([]);
  });

  test("only the doors touch next", () => {
    expect(
      broken(
        ({ from, to, isType }) =>
          from.startsWith("lib/") &&
          !isType &&
          /^next(-auth)?(\/|$)/.test(to) &&
          !mayTouchNext.some((place) => place.test(from)),
      ),
    ).toEqual([]);
  });

  test("a context is minted only where somebody is proven", () => {
    const minting = sources.filter(
      (file) => text.get(file)?.includes("mintContext") && !mayMintContext.some((place) => place.test(file)),
    );
    expect(minting).toEqual([]);
  });

  test("the pool is held only by the bedrock and lib/people: everything else goes through a shop's transaction", () => {
    const holding = sources.filter(
      (file) =>
        /\bdatabase\(\)/.test(text.get(file) ?? "") && !mayHoldDatabase.some((place) => place.test(file)),
    );
    expect(holding).toEqual([]);
  });

  test("identity tables are read by lib/people alone", () => {
    const identity =
      /import \{[^}]*\b(person|session|link|throttle|shop)\b[^}]*\} from "(@\/db|\.\.?\/.*)\/schema\/people"/;
    const reading = sources.filter(
      (file) => !/^(lib\/people|db)\//.test(file) && identity.test(text.get(file) ?? ""),
    );
    expect(reading).toEqual([]);
  });

  test("commands, queries, context and doors begin with server-only", () => {
    const opensDatabase = /from "(@\/db\/(client|schema\/[\w-]+)|drizzle-orm)"/;
    const open = sources.filter((file) => {
      const code = text.get(file) ?? "";
      const reads = [...code.matchAll(/^import (?!type)[^;]*?from "([^"]+)"/gm)].some((match) =>
        opensDatabase.test(`from "${match[1]}"`),
      );
      return file.startsWith("lib/") && reads && !code.startsWith('import "server-only"');
    });
    expect(open).toEqual([]);
  });

  test("no room is called utils, helpers, services, common or index", () => {
    expect(
      files.filter((file) => /(^|\/)(utils?|helpers?|services?|common|misc|index)(\/|\.tsx?$)/.test(file)),
    ).toEqual([]);
  });
});
