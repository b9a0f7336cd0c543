import { readFileSync } from "node:fs";
import { type Permission, type Role, rolePermissions, roles } from "../../db/vocabulary";
import { proofPlaces } from "./proofs";
import type { World } from "./world";

export type Place = {
  may: readonly Role[];
  /** An address in the walk's shop; a function where it names a thing of it. */
  at: string | ((world: World) => Promise<string>);
  /** The address names a thing of the shop, so another shop's owner finds nothing there. */
  isOfShop?: true;
};

const holders = (permission: Permission): Role[] =>
  roles.filter((role) => rolePermissions[role].includes(permission));
const everyone = roles;

const ofJob = (path: (number: number) => string) => async (world: World) => path((await world.job()).number);
const ofFile = (path: (id: string) => string) => async (world: World) => {
  const { number } = await world.job();
  const file = await world.put(
    `/api/files?name=gate.jpg&job=${number}`,
    readFileSync("lib/files/fixtures/gate_front.jpg"),
  );
  return path(file.id);
};
const ofImport = (path: (id: string) => string) => async (world: World) => {
  const customers = readFileSync("lib/imports/fixtures/legacy-shop/customers.csv");
  return path((await world.put("/api/imports?name=customers.csv", customers)).id);
};
const ofPowder = async (world: World) => {
  const [made] = await world.sql`
    insert into powder (shop_id, maker, code, name) values (${world.shopId}, 'Walk', ${crypto.randomUUID()}, 'White') returning id`;
  return `/powders/${made?.id}`;
};
const ofMessage = async (world: World) => {
  const [made] = await world.sql`
    insert into message (shop_id, once_key, kind, to_address, subject, text, html, state)
    values (${world.shopId}, ${crypto.randomUUID()}, 'walk', 'a@example.com', 'Hello', 'Hello', '<p>Hello</p>', 'kept') returning id`;
  return `/settings/outbox/${made?.id}`;
};

/** Every page and every GET of a route for members, by the name the build gives it. */
export const places: Record<string, Place> = {
  ...proofPlaces,
  "/(staff)/account/page": { may: everyone, at: "/account" },
  "/(staff)/board/page": { may: everyone, at: "/board" },
  "/(staff)/customers/page": { may: everyone, at: "/customers" },
  "/(staff)/customers/new/page": { may: holders("customers.edit"), at: "/customers/new" },
  "/(staff)/customers/[id]/page": {
    may: everyone,
    at: async (world) => `/customers/${world.customer.id}`,
    isOfShop: true,
  },
  "/(staff)/dashboard/page": { may: holders("numbers.see"), at: "/dashboard?period=this-year&show=booked" },
  "/(staff)/alerts/page": { may: holders("numbers.see"), at: "/alerts" },
  "/(staff)/settings/alerts/page": { may: holders("settings.edit"), at: "/settings/alerts" },
  "/api/alerts/route": { may: holders("numbers.see"), at: "/api/alerts" },
  "/(staff)/settings/goals/page": { may: holders("goals.edit"), at: "/settings/goals" },
  "/(staff)/imports/page": { may: holders("imports.run"), at: "/imports" },
  "/(staff)/imports/[id]/page": {
    may: holders("imports.run"),
    at: ofImport((id) => `/imports/${id}`),
    isOfShop: true,
  },
  "/(staff)/jobs/page": { may: everyone, at: "/jobs" },
  "/(staff)/jobs/new/page": { may: holders("jobs.edit"), at: "/jobs/new" },
  "/(staff)/jobs/[number]/page": { may: everyone, at: ofJob((number) => `/jobs/${number}`), isOfShop: true },
  "/(staff)/powders/page": { may: everyone, at: "/powders" },
  "/(staff)/powders/[id]/page": { may: everyone, at: ofPowder, isOfShop: true },
  "/(staff)/settings/page": { may: holders("settings.edit"), at: "/settings" },
  "/(staff)/inbox/page": { may: everyone, at: "/inbox" },
  "/(staff)/settings/brand/page": { may: holders("settings.edit"), at: "/settings/brand" },
  "/(staff)/settings/messages/page": { may: holders("settings.edit"), at: "/settings/messages" },
  "/(staff)/settings/messages/[kind]/page": {
    may: holders("settings.edit"),
    at: "/settings/messages/proof-asked",
  },
  "/(staff)/settings/stages/page": { may: holders("settings.edit"), at: "/settings/stages" },
  "/(staff)/settings/people/page": { may: holders("people.manage"), at: "/settings/people" },
  "/(staff)/settings/api-keys/page": { may: holders("keys.manage"), at: "/settings/api-keys" },
  "/(staff)/settings/audit/page": { may: holders("audit.read"), at: "/settings/audit" },
  "/(staff)/settings/backups/page": { may: holders("backups.run"), at: "/settings/backups" },
  "/(staff)/settings/outbox/page": { may: holders("outbox.read"), at: "/settings/outbox" },
  "/(staff)/settings/outbox/[id]/page": { may: holders("outbox.read"), at: ofMessage, isOfShop: true },
  "/api/audit/export/route": { may: holders("audit.read"), at: "/api/audit/export" },
  "/api/board/route": { may: everyone, at: "/api/board" },
  "/api/colours/route": { may: everyone, at: "/api/colours?q=9016" },
  "/api/dashboard/export/route": { may: holders("numbers.see"), at: "/api/dashboard/export?show=jobs" },
  "/api/customers/[id]/habits/route": {
    may: everyone,
    at: async (world) => `/api/customers/${world.customer.id}/habits`,
    isOfShop: true,
  },
  "/api/customers/export/route": { may: holders("lists.export"), at: "/api/customers/export" },
  "/api/customers/namesakes/route": { may: everyone, at: "/api/customers/namesakes?name=Walk" },
  "/api/customers/search/route": { may: everyone, at: "/api/customers/search?q=walk" },
  "/api/demo/route": { may: everyone, at: "/api/demo" },
  "/api/files/[id]/route": { may: everyone, at: ofFile((id) => `/api/files/${id}`), isOfShop: true },
  "/api/files/[id]/thumbnail/route": {
    may: everyone,
    at: ofFile((id) => `/api/files/${id}/thumbnail`),
    isOfShop: true,
  },
  "/api/imports/[id]/route": {
    may: holders("imports.run"),
    at: ofImport((id) => `/api/imports/${id}`),
    isOfShop: true,
  },
  "/api/imports/[id]/left/route": {
    may: holders("imports.run"),
    at: ofImport((id) => `/api/imports/${id}/left`),
    isOfShop: true,
  },
  "/api/jobs/[number]/story/route": {
    may: everyone,
    at: ofJob((number) => `/api/jobs/${number}/story`),
    isOfShop: true,
  },
  "/api/jobs/export/route": { may: holders("lists.export"), at: "/api/jobs/export" },
  "/api/inbox/route": { may: everyone, at: "/api/inbox" },
  "/api/live/route": { may: everyone, at: "/api/live" },
  "/api/powders/[id]/ledger/route": {
    may: holders("lists.export"),
    at: async (world) => `/api${await ofPowder(world)}/ledger`,
    isOfShop: true,
  },
  "/api/powders/[id]/lots/route": {
    may: everyone,
    at: async (world) => `/api${await ofPowder(world)}/lots`,
    isOfShop: true,
  },
  "/api/powders/export/route": { may: holders("lists.export"), at: "/api/powders/export" },
  "/api/search/route": { may: everyone, at: "/api/search?q=walk" },
};

/** Open to anyone by what they are for, or without anything of a shop. */
export const openPlaces = [
  "/(portal)/a/[token]/page",
  "/(portal)/portal/enter/[token]/page",
  "/(portal)/portal/sign-in/page",
  "/(public)/invite/[token]/page",
  "/(public)/reset/[token]/page",
  "/(public)/reset/page",
  "/(public)/setup/page",
  "/(public)/sign-in/page",
  "/_global-error/page",
  "/_not-found/page",
  "/api/auth/[...nextauth]/route",
  "/api/v1/openapi.json/route",
  "/docs/api/page",
  "/api/brand/[shopId]/logo/route",
  "/api/health/route",
  "/api/health/live/route",
  "/api/health/ready/route",
  "/api/health/starting/route",
  "/api/metrics/route",
  "/apple-icon.png/route",
  "/icon.svg/route",
  "/manifest.webmanifest/route",
  "/page",
];

/** Answers keys alone and asks no session: e2e/api.spec.ts and lib/api walk it operation by operation. */
export const keyPlaces = ["/api/v1/[[...path]]/route"];
export const keyWrites = ["POST", "PUT", "PATCH", "DELETE"].map((method) => `${method} /api/v1/[[...path]]`);

/** Parts of the board's page: its panels are the pages of a job and of the intake again, walked there. */
export const parts = [
  "/(staff)/board/@panel/(..)jobs/new/page",
  "/(staff)/board/@panel/page",
  "/(staff)/board/@panel/(..)jobs/[number]/page",
];

/** Routes that change something: refused from any origin but our own, and to who may not. */
export const writes: Record<
  string,
  {
    may: readonly Role[];
    send: (world: World) => Promise<{ path: string; init: RequestInit }>;
    isOfShop?: true;
  }
> = {
  "PUT /api/files": {
    may: holders("jobs.edit"),
    send: async (world) => ({
      path: `/api/files?name=gate.jpg&job=${(await world.job()).number}`,
      init: {
        method: "PUT",
        body: readFileSync("lib/files/fixtures/gate_front.jpg"),
        headers: { "content-type": "image/jpeg" },
      },
    }),
    isOfShop: true,
  },
  "PUT /api/files (customer)": {
    may: holders("jobs.edit"),
    send: async (world) => ({
      path: `/api/files?name=gate.jpg&customer=${world.customer.id}`,
      init: {
        method: "PUT",
        body: readFileSync("lib/files/fixtures/gate_front.jpg"),
        headers: { "content-type": "image/jpeg" },
      },
    }),
    isOfShop: true,
  },
  "POST /api/files/[id]/downloads": {
    may: everyone,
    send: async (world) => ({
      path: await ofFile((id) => `/api/files/${id}/downloads`)(world),
      init: { method: "POST" },
    }),
    isOfShop: true,
  },
  "PUT /api/brand/logo": {
    may: holders("settings.edit"),
    send: async () => ({
      path: "/api/brand/logo",
      init: {
        method: "PUT",
        body: readFileSync("lib/files/fixtures/gate_front.jpg"),
        headers: { "content-type": "image/jpeg" },
      },
    }),
  },
  "PUT /api/inbox": {
    may: everyone,
    send: async () => ({
      path: "/api/inbox",
      init: {
        method: "PUT",
        body: JSON.stringify({ upTo: 1 }),
        headers: { "content-type": "application/json" },
      },
    }),
  },
  "PUT /api/imports": {
    may: holders("imports.run"),
    send: async () => ({
      path: "/api/imports?name=customers.csv",
      init: {
        method: "PUT",
        body: readFileSync("lib/imports/fixtures/legacy-shop/customers.csv"),
        headers: { "content-type": "text/csv" },
      },
    }),
  },
  "PUT /api/jobs/[number]/stage": {
    may: holders("jobs.move"),
    send: async (world) => {
      const { number } = await world.job();
      const [from, to] = [await world.stageNamed("Received"), await world.stageNamed("Prep")];
      const body = JSON.stringify({ fromStageId: from, toStageId: to, placement: 1 });
      return {
        path: `/api/jobs/${number}/stage`,
        init: { method: "PUT", body, headers: { "content-type": "application/json" } },
      };
    },
    isOfShop: true,
  },
};
