import type postgres from "postgres";

type Unsafe = postgres.Sql["unsafe"];
export type Scope = { unsafe: Unsafe; savepoint: <T>(run: (scope: Scope) => T) => Promise<Awaited<T>> };
export type Opening = { statement: string; isReading: boolean };

/** What postgres.js gives of a connection and of a statement; its own `begin` is made of the same. */
type Connection = {
  execute: (statement: Statement) => unknown;
  reserved: (() => void) | null;
  onclose: ((cause: Error) => void) | null;
};
type Statement = postgres.PendingQuery<postgres.Row[]> & {
  handler: (statement: Statement) => void;
  reject: (cause: unknown) => void;
};

/**
 * Runs in one transaction as postgres.js's own `begin` does, but the first statements travel with BEGIN instead of
 * waiting for its answer, and one that only reads ends for its caller when `run` does. The opening statement is sent as it stands.
 */
export function transact<T>(unsafe: Unsafe, opening: Opening, run: (scope: Scope) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onexecute = (connection: Connection) => {
      const sequence = new Sequence(connection, unsafe, reject);
      const ended = opening.isReading ? sequence.read(run) : sequence.change(run);
      ended.then(resolve, reject);
    };
    unsafe(opening.statement, [], { onexecute } as postgres.UnsafeQueryOptions).catch(reject);
  });
}

/** The statements of one transaction, on the connection that is its own until the server says that it ended. */
class Sequence implements Scope {
  private waiting: Statement[] = [];
  private isFull = false;
  private savepoints = 0;
  private lost: Error | null = null;
  private failure: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly ask: Unsafe,
    onLoss: (cause: Error) => void,
  ) {
    connection.reserved = () => this.goOn();
    connection.onclose = (cause) => {
      this.lost = cause;
      for (const statement of this.waiting.splice(0)) statement.reject(cause);
      onLoss(cause);
    };
  }

  async read<T>(run: (scope: Scope) => Promise<T>): Promise<T> {
    const result = await this.attempt(run);
    this.unsafe("commit").catch(() => {});
    return result;
  }

  async change<T>(run: (scope: Scope) => Promise<T>): Promise<T> {
    const result = await this.attempt(run);
    const { command } = await this.unsafe("commit");
    if (command !== "COMMIT") throw this.failure;
    return result;
  }

  unsafe = ((text: string, values?: never[], options?: postgres.UnsafeQueryOptions) => {
    const statement = this.ask(text, values, options) as unknown as Statement;
    statement.handler = (handed) => this.handOver(handed);
    return statement;
  }) as Unsafe;

  savepoint = async <T>(run: (scope: Scope) => T): Promise<Awaited<T>> => {
    const name = `s${++this.savepoints}`;
    await this.unsafe(`savepoint ${name}`);
    try {
      return await run(this);
    } catch (error) {
      if (!this.lost) await this.unsafe(`rollback to ${name}`);
      throw error;
    }
  };

  private async attempt<T>(run: (scope: Scope) => Promise<T>): Promise<T> {
    try {
      return await run(this);
    } catch (error) {
      if (!this.lost) await this.unsafe("rollback");
      throw error;
    }
  }

  private handOver(statement: Statement): void {
    statement.catch((error) => {
      this.failure ??= error;
    });
    if (this.lost) statement.reject(this.lost);
    else if (this.isFull) this.waiting.push(statement);
    else this.isFull = !this.connection.execute(statement);
  }

  private goOn(): void {
    this.isFull = false;
    while (!this.isFull) {
      const next = this.waiting.shift();
      if (!next) return;
      this.isFull = !this.connection.execute(next);
    }
  }
}
