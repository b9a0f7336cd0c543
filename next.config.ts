import type { NextConfig } from "next";

const config: NextConfig = {
  reactCompiler: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // Types, those of the tests among them, are proved by npm test; a shop's start does not hang on them.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true },
  serverExternalPackages: ["pg-boss", "pg", "sharp", "@node-rs/argon2", "nodemailer", "pino"],
};

export default config;
