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
  const onclose = () => lost.reject(new Error("The connection to the database went away."));
  const sql = connectPostgres(url, { connect_timeout: 10, idle_timeout: null, max_lifetime: null, onclose });
  try {
    return await Promise.race([work(sql), lost.promise]);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
