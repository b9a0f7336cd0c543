import type { NextConfig } from "next";

/** What every answer says; a page's own policy and HSTS come from proxy.ts, which knows them when it runs. */
const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(self), microphone=(), geolocation=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

const config: NextConfig = {
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
};

export default config;
