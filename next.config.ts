import type { NextConfig } from "next";
import { PHASE_PRODUCTION_BUILD } from "next/constants.js";

/** What every answer says; a page's own policy and HSTS are set for each request, in lib/entry. */
const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(self), microphone=(), geolocation=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** What scripts/serve.mjs needs beside the app itself, to bring the database up to date before it serves; of scripts all, for it draws on many. */
const forContainer = [
  "./scripts/*.mjs",
  "./db/migrations/**",
  "./lib/outbox/queues.json",
  // Read from the folder the app runs in, where the build does not see it.
  "./lib/files/draw-pdf-thread.mjs",
  "./node_modules/@hyzyla/pdfium/{package.json,dist/**}",
  "./node_modules/dejavu-fonts-ttf/ttf/DejaVuSans{,-Bold}.ttf",
  "./node_modules/postgres/{package.json,src/**}",
  "./node_modules/drizzle-orm/**/*.js",
  "./node_modules/drizzle-orm/package.json",
];

const config = (phase: string): NextConfig => ({
  // What the Dockerfile copies. Only for the build: npm start runs from the project.
  output: phase === PHASE_PRODUCTION_BUILD ? "standalone" : undefined,
  outputFileTracingIncludes: { "/api/health": forContainer },
  reactCompiler: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // Types, those of the tests among them, are proved by npm test; a shop's start does not hang on them.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true },
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    // Mail programs and previews show it from elsewhere.
    {
      source: "/api/brand/:shop/logo",
      headers: [{ key: "Cross-Origin-Resource-Policy", value: "cross-origin" }],
    },
  ],
  serverExternalPackages: [
    "pg-boss",
    "pg",
    "sharp",
    "@node-rs/argon2",
    "nodemailer",
    "pino",
    "@hyzyla/pdfium",
    "pdfkit",
  ],
});

export default config;
