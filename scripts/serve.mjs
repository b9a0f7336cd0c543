import "./hold-early.mjs";
import { appEnvironment } from "./app-environment.mjs";
import { CannotStart, explain } from "./cannot-start.mjs";
import { openDataFolder } from "./data-folder.mjs";
import { checkAppLogin, checkDatabaseServer } from "./database-server.mjs";
import { prepareDatabase } from "./prepare-database.mjs";
import { readSettings } from "./start-settings.mjs";

// Serves the standalone build, as in a container: one process, a database server of its own, no packages to fetch, nothing to build.
try {
  const { HOST: _, ...env } = process.env;
  const settings = readSettings(env);
  if (!settings.databaseUrl)
    throw new CannotStart("Set DATABASE_URL to a PostgreSQL server: a container has none of its own.");
  const folder = openDataFolder(settings.dataPath);
  await checkDatabaseServer(settings.databaseUrl);
  if (settings.appDatabaseUrl) await checkAppLogin(settings.appDatabaseUrl);
  const { appUrl, shops } = await prepareDatabase({
    ownerUrl: settings.databaseUrl,
    appUrl: settings.appDatabaseUrl,
    appPassword: folder.secrets.appPassword,
  });
  const environment = appEnvironment({ settings, secrets: folder.secrets, appUrl });
  Object.assign(process.env, environment, { PORT: String(settings.port), HOSTNAME: env.LISTEN || "0.0.0.0" });
  if (shops === 0 && settings.role !== "worker")
    console.log(
      `Set up your shop at ${settings.publicUrl}/setup with the set-up code ${folder.secrets.setupCode}`,
    );
  await import(new URL("../server.js", import.meta.url).href);
} catch (error) {
  const told = explain(error);
  console.error(told instanceof CannotStart ? `Coatyard did not start. ${told.message}` : told);
  process.exit(1);
}
