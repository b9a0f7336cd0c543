import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { SMTPServer } from "smtp-server";
import { freePort } from "../scripts/app-process.mjs";
import { standUp } from "../scripts/stand-up.mjs";
import { readSettings } from "../scripts/start-settings.mjs";

/**
 * Stands a fresh Coatyard up for the journeys, as `npm start` does it, on a data folder and a port of its own. They find it by
 * E2E_URL, its setup code by E2E_SETUP_CODE, and its database by E2E_OWNER_URL, which sees past row-level security.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const dataPath = mkdtempSync(join(tmpdir(), "coatyard-e2e-"));
  const remove = () => rmSync(dataPath, { recursive: true, force: true });
  const mail = await openMailServer(join(dataPath, "taken-mail"));
  const settings = readSettings({ PORT: String(await freePort()), COATYARD_DATA: dataPath });
  const say = (line: string) => console.log(`  ${line}`);
  const onGivenUp = (error: Error) => console.error(error.message);
  const coatyard = await standUp(settings, { say, onGivenUp }).catch((error) => {
    remove();
    throw error;
  });
  process.env.E2E_URL = settings.publicUrl;
  process.env.E2E_SETUP_CODE = coatyard.setupCode;
  process.env.E2E_OWNER_URL = coatyard.superuserUrl;
  return async () => {
    await coatyard.stop();
    mail.close(() => {});
    remove();
  };
}

/** A real mail server that takes everything and keeps it, a file a mail, in the folder that E2E_MAIL names. */
async function openMailServer(folder: string): Promise<SMTPServer> {
  mkdirSync(folder);
  process.env.E2E_MAIL = folder;
  const settings: ConstructorParameters<typeof SMTPServer>[0] = {
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, _, done) => {
      const place = join(folder, `${process.hrtime.bigint()}`);
      pipeline(stream, createWriteStream(place))
        .then(() => rename(place, `${place}.eml`))
        .then(() => done(), done);
    },
  };
  const server = new SMTPServer(settings);
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  process.env.MAIL_FROM = "Quillback <office@example.com>";
  return server;
}
