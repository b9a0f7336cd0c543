import { databaseBaselines } from "./database-baselines.mjs";
import { sendOk } from "./http.mjs";
import { interleave, median, rate, summary } from "./measure.mjs";
import { Mover } from "./mover.mjs";
import { databaseCounts, statementsOf } from "./statements.mjs";

const clients = 8;

/** What the server does without a browser: baselines, opening the board, moves and lists, all in turn. */
export async function serverTimes({ trivial, long, short }, { rounds }) {
  const database = await databaseBaselines(long);
  const before = await databaseCounts(long);
  const mover = new Mover(long);
  const get = (shop, path) => async () =>
    (await sendOk({ port: shop.port, path, cookie: shop.cookie?.header })).ms;
  const open = (shop) => async () => (await get(shop, "/board")()) + (await get(shop, "/api/board")());
  const works = {
    ...database.works,
    "trivial page": get(trivial, "/"),
    "ready compressed route": get(trivial, "/ready"),
    "board: shell": get(long, "/board"),
    "board: data": get(long, "/api/board"),
    "board: open": open(long),
    move: async () => (await mover.move()).ms,
    "board: data after a move": get(long, "/api/board"),
    "jobs list": get(long, "/jobs"),
    dashboard: get(long, "/dashboard"),
    "dashboard: rows behind": get(long, "/dashboard?show=booked"),
    search: get(long, "/api/search?q=copper"),
    "portal: job": get({ ...long, cookie: long.portal.cookie }, long.portal.jobPath),
    "portal: decision by link": get({ ...long, cookie: null }, long.portal.decisionPath),
    ...(short && growthWorks(short, { open, get })),
  };
  await interleave(works, 30);
  const taken = await interleave(works, rounds * 40);
  const times = Object.fromEntries(Object.entries(taken).map(([name, list]) => [name, summary(list)]));
  const rates = await measureRates({ trivial, long, open }, rounds);
  const counts = await databaseCounts(long);
  const moves = rates.moves + mover.turn;
  const statements = await sampleStatements(long, mover);
  const bytes = await boardBytes(long);
  const fsync = await database.fsync();
  await database.end();
  return {
    times,
    rates: rates.perSecond,
    bytes,
    statements,
    fsync,
    deadlocks: counts.deadlocks - before.deadlocks,
    rowsPerMove: (counts.jobRows - before.jobRows) / moves,
  };
}

function growthWorks(short, { open, get }) {
  const mover = new Mover(short);
  return {
    "short history: open": open(short),
    "short history: move": async () => (await mover.move()).ms,
    "short history: dashboard": get(short, "/dashboard"),
  };
}

async function measureRates({ trivial, long, open }, rounds) {
  const movers = Array.from({ length: clients }, (_, share) => new Mover(long, { share, shares: clients }));
  const works = {
    "trivial page": () => sendOk({ port: trivial.port, path: "/" }),
    "board: open": open(long),
    "board: data": () => sendOk({ port: long.port, path: "/api/board", cookie: long.cookie.header }),
    move: (client) => movers[client].move(),
  };
  const found = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of Object.entries(works)) found[name].push(await rate(work, { clients }));
  const perSecond = Object.fromEntries(Object.entries(found).map(([name, list]) => [name, median(list)]));
  return { perSecond, moves: movers.reduce((sum, { turn }) => sum + turn, 0) };
}

async function sampleStatements(shop, mover) {
  const sample = (path) =>
    statementsOf(shop, () => sendOk({ port: shop.port, path, cookie: shop.cookie.header }));
  return {
    move: await statementsOf(shop, () => mover.move()),
    dashboard: await sample("/dashboard"),
    "board: shell": await sample("/board"),
    "board: data": await sample("/api/board"),
  };
}

async function boardBytes({ port, cookie }) {
  const size = async (path) => (await sendOk({ port, path, cookie: cookie.header })).bytes;
  return { shell: await size("/board"), data: await size("/api/board") };
}
