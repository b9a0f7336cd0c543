import postgres from "postgres";

/**
 * Opens a connection to a PostgreSQL for a script, or as many as `max` says. Types of arrays are not asked of the server: asked of
 * each new connection, they leave an error that nobody hears, and that ends the process, when it goes away meanwhile.
 *
 * @param {string} url
 * @param {import("postgres").Options<{}>} [settings]
 */
export function connectPostgres(url, settings = {}) {
  return postgres(url, { max: 1, fetch_types: false, onnotice() {}, ...settings });
}

/**
 * Does `work` on a connection of its own, closed afterwards. Fails at once when that goes away meanwhile: what the client opens in
 * its place may never answer (porsager/postgres, pull requests 1209 and 1215).
 *
 * @template T
 * @param {string} url
 * @param {(sql: import("postgres").Sql) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onOneConnection(url, work) {
  const lost = Promise.withResolvers();
  lost.promise.catch(() => {});
  const gone = { code: "CONNECTION_CLOSED" };
  const onclose = () =>
    lost.reject(Object.assign(new Error("The connection to the database went away."), gone));
  const sql = connectPostgres(url, { connect_timeout: 10, idle_timeout: null, max_lifetime: null, onclose });
  try {
    return await Promise.race([work(sql), lost.promise]);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const lostCodes = new Set([
  ...["CONNECTION_CLOSED", "CONNECTION_DESTROYED", "CONNECTION_ENDED", "CONNECT_TIMEOUT"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE"],
  // Shutting down, crashed, starting up.
  ...["57P01", "57P02", "57P03"],
]);

/** Whether an error says that the database went away, or was not there. */
export const isLost = (error) => lostCodes.has(error?.code);
