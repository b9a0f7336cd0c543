import type postgres from "postgres";

type Client = postgres.Sql;
type Scope = { unsafe: Client["unsafe"]; savepoint?: postgres.TransactionSql["savepoint"] };
type Run = (tx: postgres.TransactionSql) => unknown;

// A statement with more values has a shape that hardly comes again, such as an insert of many rows.
const mostPreparedValues = 64;

const opening = new WeakMap<Client, string>();

/**
 * Makes every statement of a client, and of its transactions, a prepared one. Drizzle asks for unprepared ones, each of
 * which costs a second round trip and a new plan.
 */
export function prepareStatements(client: Client): void {
  const { begin } = client;
  prepareIn(client);
  const { unsafe } = client;
  client.unsafe = ((query: string, values?: never[], options?: object) => {
    const isBegin = options && "onexecute" in options;
    return unsafe(isBegin ? (opening.get(client) ?? query) : query, values, options);
  }) as Client["unsafe"];
  client.begin = ((run: Run) => begin((tx) => run(prepareIn(tx)))) as Client["begin"];
}

/**
 * Runs `start`, which at once begins one transaction, and lets that begin with another statement in the same message,
 * which saves a round trip. The statement is sent as it stands: the caller answers for what is in it.
 */
export function beginWith<T>(client: Client, statement: string, start: () => T): T {
  opening.set(client, `begin; ${statement}`);
  try {
    return start();
  } finally {
    opening.delete(client);
  }
}

function prepareIn<S extends Scope>(scope: S): S {
  const { unsafe, savepoint } = scope;
  scope.unsafe = ((query: string, values: never[] = [], options?: object) => {
    const prepare = values.length > 0 && values.length <= mostPreparedValues;
    return unsafe(query, values, prepare ? { ...options, prepare } : options);
  }) as Client["unsafe"];
  if (savepoint) scope.savepoint = ((run: Run) => savepoint((tx) => run(prepareIn(tx)))) as typeof savepoint;
  return scope;
}
