import type { Hand, Line, Step } from "./demo-steps";
import { lettersToCustomers, remarks } from "./demo-words";
import type { Chance } from "./seeded-random";
import { minutesADay } from "./work-clock";

export type TalkFacts = {
  job: number;
  /** The customer as one writes to them. */
  first: string;
  parts: string;
  colour: string;
  coater: Hand;
  takenIn: number;
  moves: readonly Extract<Step, { does: "move" }>[];
  readyAt: number;
};

type Said = { says: string; answer?: string };

/** What people write on a job while it passes through the shop: to each other, and some of it to the customer. */
export function planTalk(chance: Chance, facts: TalkFacts, nextId: () => number): Step[] {
  const entered = (stage: string) => facts.moves.find(({ to }) => to === stage)?.minute;
  const accepted = entered("Received");
  const quoted = accepted === undefined ? undefined : facts.takenIn;
  const arrived = accepted ?? facts.takenIn;
  const moments: [number | undefined, number, readonly Said[], Hand, boolean][] = [
    [quoted, 0.25, remarks.quoted, "office", false],
    [quoted, 0.25, lettersToCustomers.quoted, "office", true],
    [arrived, 0.16, remarks.takenIn, "office", false],
    [arrived, 0.13, lettersToCustomers.takenIn, "office", true],
    [entered("Prep"), 0.15, remarks.prep, facts.coater, false],
    [entered("Coating"), 0.2, remarks.coating, facts.coater, false],
    [entered("Coating"), 0.07, lettersToCustomers.coating, "office", true],
    [facts.readyAt, 0.12, remarks.ready, facts.coater, false],
    [facts.readyAt, 0.3, lettersToCustomers.ready, "office", true],
  ];
  return moments.flatMap(([moment, share, words, hand, isForCustomer]) => {
    if (moment === undefined || !chance.happens(share)) return [];
    const said = chance.pick(words);
    const minute = moment + chance.between(3, 50);
    const id = nextId();
    const step = (at: number, by: Hand, line: Line): Step => ({
      minute: at,
      hand: by,
      does: "say",
      job: facts.job,
      line,
    });
    const first = step(minute, hand, { id, isForCustomer, body: filled(said.says, facts) });
    if (!said.answer) return [first];
    const answers = { id: nextId(), answers: id, isForCustomer, body: filled(said.answer, facts) };
    const answering: Hand = isForCustomer ? "office" : hand === "office" ? facts.coater : "manager";
    return [first, step(minute + chance.between(12, 0.7 * minutesADay), answering, answers)];
  });
}

const filled = (words: string, { first, parts, colour }: TalkFacts) =>
  words.replaceAll("{first}", first).replaceAll("{parts}", parts).replaceAll("{colour}", colour);
