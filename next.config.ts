import type { NextConfig } from "next";

const config: NextConfig = {
  reactCompiler: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  experimental: { authInterrupts: true },
  serverExternalPackages: ["pg-boss", "pg", "sharp", "@node-rs/argon2", "nodemailer", "pino"],
};

export default config;
