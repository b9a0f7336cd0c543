import { CannotStart } from "../cannot-start.mjs";

const defaults = { open: 500, history: 100_000, small: 1_000, listeners: 200, rounds: 5, port: 3900 };
const flags = ["browser", "start", "growth"];

/** Reads `--history=1000000 --no-browser` and the like; refuses what it does not know in one sentence. */
export function readOptions(args) {
  const options = { ...defaults, browser: true, start: true, growth: true };
  for (const arg of args) {
    const [, off, name, value] = /^--(no-)?([a-z]+)(?:=(\d+))?$/.exec(arg) ?? [];
    if (flags.includes(name) && value === undefined) options[name] = !off;
    else if (name in defaults && value !== undefined && !off) options[name] = Number(value);
    else throw new CannotStart(`${arg} is not an option: ${usage()}.`);
  }
  return options;
}

function usage() {
  const sizes = Object.entries(defaults).map(([name, value]) => `--${name}=${value}`);
  return `there are ${[...sizes, ...flags.map((name) => `--no-${name}`)].join(", ")}`;
}
