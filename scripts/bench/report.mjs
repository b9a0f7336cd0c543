const trivial = "trivial page";

/** Every time as min, median, p95 and as a multiple of the trivial page of the same run; rates, statements and bytes beside them. */
export function timeTable({ times, rates, statements, bytes, told, browser, ...rest }) {
  const page = times[trivial].p50;
  const told200 = { "told: one viewer": told.one, "told: last of many": told.lastOfMany };
  const seen = browser ? named("browser: ", browser) : {};
  const rows = Object.entries({ ...times, ...told200, ...seen }).map(([name, { min, p50, p95 }]) => [
    name,
    fixed(min),
    fixed(p50),
    fixed(p95),
    `${(p50 / page).toFixed(2)} ×`,
    rates[name] ? `${rates[name].toFixed(0)}/s` : "",
    statements[name] ? String(statements[name].length) : "",
  ]);
  const head = ["milliseconds", "min", "p50", "p95", "of trivial", "rate, 8 clients", "statements"];
  const others = {
    "bytes of the board, shell + data": `${bytes.shell} + ${bytes.data}`,
    "script before the first drag": rest.scriptKib ? `${rest.scriptKib.toFixed(0)} KiB` : "not measured",
    "portal job page: come by first sight, in all": rest.portalKb
      ? `${rest.portalKb.toFixed(0)} kB on a slow phone line, ${rest.portalAllKb.toFixed(0)} kB`
      : "not measured",
    "job rows changed by a move": rest.rowsPerMove.toFixed(2),
    deadlocks: rest.deadlocks,
    "fsync of the database": rest.fsync,
    ...(rest.start && {
      "first and second start": `${fixed(rest.start.firstMs / 1000)} s, ${fixed(rest.start.secondMs / 1000)} s`,
      "idle memory, web with worker + database": `${rest.start.webMib.toFixed(0)} + ${rest.start.databaseMib.toFixed(0)} MiB`,
    }),
  };
  const lines = Object.entries(others).map(([name, value]) => `${name.padEnd(42)}${value}`);
  return [...aligned([head, ...rows]), "", ...lines].join("\n");
}

/** PERFORMANCE's targets beside what this run found: each reached, or missed and by how much. */
export function targetLines({
  times,
  rates,
  told,
  browser,
  scriptKib,
  portalKb,
  deadlocks,
  rowsPerMove,
  start,
}) {
  const page = times[trivial].p50;
  const ratio = (name) => times[name].p50 / page;
  const of = (name) => rates[name] / rates[trivial];
  const lines = [
    atMost("board open, of the trivial page", ratio("board: open"), 2),
    atLeast("board open, of the trivial page's rate", of("board: open"), 0.5),
    atMost("board data alone, of the trivial page (stretch)", ratio("board: data"), 0.5),
    atMost("move, of the trivial page", ratio("move"), 1),
    atLeast("move, of the trivial page's rate", of("move"), 1),
    atMost("job rows changed by a move", rowsPerMove, 1),
    atMost("deadlocks", deadlocks, 0),
    atMost("told, one viewer, p50 ms", told.one.p50, 4),
    atMost("told, last of many, p50 ms", told.lastOfMany.p50, 10),
    atMost("told, last of many, p95 ms", told.lastOfMany.p95, 20),
  ];
  lines.push(
    atMost("dashboard, of the trivial page", ratio("dashboard"), 1.5),
    atMost("search, p50 ms", times.search.p50, 20),
    atMost("portal job page, p50 ms", times["portal: job"].p50, 10),
    atMost("portal job page, of the trivial page (10 of 4.9 ms)", ratio("portal: job"), 10 / 4.9),
  );
  if (times["short history: open"]) {
    lines.push(
      atMost(
        "open, long history of short",
        times["board: open"].p50 / times["short history: open"].p50,
        1.25,
      ),
      atMost("move, long history of short", times.move.p50 / times["short history: move"].p50, 1.25),
      atMost(
        "dashboard, long history of short",
        times.dashboard.p50 / times["short history: dashboard"].p50,
        1.25,
      ),
    );
  }
  if (browser) {
    lines.push(
      atMost("board usable, cold, p50 ms", browser.cold.p50, 350),
      atMost("board usable, warm, p50 ms", browser.warm.p50, 250),
      atMost("script before the first drag, KiB", scriptKib, 190),
      atMost("portal job page usable, p50 ms", browser.portalUsable.p50, 500),
      atMost("portal job page, kB come by first sight, slow line", portalKb, 100),
      atMost("longest frame gap in a drag, p50 ms", browser.frameGap.p50, 34),
      atMost("longest task in a drag, p50 ms", browser.longestTask.p50, 50),
      atMost("drop to second screen, p50 ms", browser.secondScreen.p50, 50),
    );
  }
  if (start) {
    lines.push(
      atMost("second start, s", start.secondMs / 1000, 5),
      atMost("idle memory, MiB", start.webMib + start.databaseMib, 400),
    );
  }
  return lines;
}

const atMost = (name, found, most) => line(name, found, "at most", most, found <= most, found / most - 1);
const atLeast = (name, found, least) =>
  line(name, found, "at least", least, found >= least, 1 - found / least);

function line(name, found, how, target, isReached, missedBy) {
  const verdict = isReached
    ? "reached"
    : `missed${target === 0 ? "" : ` by ${(missedBy * 100).toFixed(0)} %`}`;
  return `${name.padEnd(50)}${fixed(found).padStart(9)}   ${`${how} ${target}`.padEnd(14)} ${verdict}`;
}

const fixed = (number) => (number < 10 ? number.toFixed(2) : number.toFixed(1));
const named = (prefix, found) =>
  Object.fromEntries(Object.entries(found).map(([name, value]) => [prefix + name, value]));

function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join("   ")
      .trimEnd(),
  );
}
