/** What the app is told of the world: its own database login and secrets, never the owner's. */
export function appEnvironment({ settings, secrets, appUrl, isBehindOwnProxy = settings.isHttps }) {
  return {
    NODE_ENV: settings.isDev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: "",
    APP_DATABASE_URL: appUrl,
    AUTH_SECRET: settings.authSecret || secrets.authSecret,
    AUDIT_KEY: settings.auditKey || secrets.auditKey,
    AUTH_TRUST_HOST: "true",
    COATYARD_DATA: settings.dataPath,
    COATYARD_URL: settings.publicUrl,
    COATYARD_DATABASE: settings.databaseUrl ? "outside" : "built-in",
    COATYARD_SETUP_CODE: secrets.setupCode,
    COATYARD_ROLE: settings.role,
    ...(isBehindOwnProxy && { COATYARD_PROXY: "127.0.0.1" }),
  };
}
