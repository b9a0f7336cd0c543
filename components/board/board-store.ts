import { generateKeyBetween } from "fractional-indexing";
import type { Board, BoardMember, BoardStage, Card, LiveMessage } from "@/lib/live/card";

export type Place = { stageId: string; rank: string };

/** The board on this screen: what the server last said, and the moves made here that it has not answered yet. */
export class BoardStore {
  private truth = new Map<number, Card>();
  private numbers = new Map<string, number>();
  private moves = new Map<number, Place>();
  private columns = new Map<string, Card[]>();
  private listeners = new Set<() => void>();
  private matches: (card: Card) => boolean = () => true;
  private fresh = new Map<number, number>();
  stages: BoardStage[] = [];
  members: BoardMember[] = [];
  seq = 0;
  isLoaded = false;

  subscribe = (tell: () => void): (() => void) => {
    this.listeners.add(tell);
    return () => this.listeners.delete(tell);
  };

  load(board: Board): void {
    this.truth = new Map(board.cards.map((card) => [card.number, card]));
    this.numbers = new Map(board.cards.map((card) => [card.id, card.number]));
    this.stages = board.stages;
    this.members = board.members;
    this.seq = board.seq;
    this.isLoaded = true;
    this.rebuild(this.stages.map((stage) => stage.id));
  }

  apply(message: LiveMessage, mine: string): void {
    const changed = new Set<string>();
    const byOthers = new Set(
      message.events.flatMap((one) => (one.actorId === mine ? [] : (one.jobNumber ?? []))),
    );
    const isGlowing = byOthers.size <= mostGlowing;
    for (const id of message.gone) {
      const number = this.numbers.get(id);
      const card = number === undefined ? undefined : this.truth.get(number);
      if (!card) continue;
      changed.add(this.shown(card).stageId);
      this.truth.delete(card.number);
      this.numbers.delete(id);
    }
    for (const card of message.cards) {
      const known = this.truth.get(card.number);
      if (known && known.placement > card.placement) continue;
      if (known) changed.add(this.shown(known).stageId);
      this.truth.set(card.number, card);
      this.numbers.set(card.id, card.number);
      changed.add(this.shown(card).stageId);
      if (isGlowing && byOthers.has(card.number)) this.fresh.set(card.number, message.seq);
    }
    if (message.stages) this.stages = message.stages;
    if (message.members) this.members = message.members;
    this.seq = Math.max(this.seq, message.seq);
    this.rebuild(message.stages ? this.stages.map((stage) => stage.id) : changed);
  }

  filterBy(matches: (card: Card) => boolean): void {
    this.matches = matches;
    this.rebuild(this.stages.map((stage) => stage.id));
  }

  /** The column's cards in the shop's order; the same array until one of them changes. */
  column = (stageId: string): Card[] => this.columns.get(stageId) ?? nothing;

  card(number: number): Card | undefined {
    const card = this.truth.get(number);
    return card && this.shown(card);
  }

  get size(): number {
    return this.truth.size;
  }

  known = (number: number): Card | undefined => this.truth.get(number);

  all = (): Iterable<Card> => this.truth.values();

  /** The number of the last live change somebody else made to a card, or 0: a new one makes it glow once. */
  freshness = (number: number): number => this.fresh.get(number) ?? 0;

  stage = (id: string): BoardStage | undefined => this.stages.find((stage) => stage.id === id);

  /** Shows a card below another (null: on top) before the server has answered. */
  place(number: number, stageId: string, afterNumber: number | null): void {
    const column = [...this.truth.values()]
      .map((card) => this.shown(card))
      .filter((card) => card.stageId === stageId && card.number !== number);
    column.sort(byRank);
    const at = afterNumber === null ? -1 : column.findIndex((card) => card.number === afterNumber);
    const above = column[at]?.rank ?? null;
    const below = column.find((card, index) => index > at && card.rank > (above ?? ""))?.rank ?? null;
    this.change(number, () => this.moves.set(number, { stageId, rank: generateKeyBetween(above, below) }));
  }

  /** The server's answer to a move made here: its truth stands, the guess goes. */
  settle(number: number, now?: Partial<Card>): void {
    this.change(number, () => {
      this.moves.delete(number);
      const card = this.truth.get(number);
      if (card && now && (now.placement ?? 0) >= card.placement) this.truth.set(number, { ...card, ...now });
    });
  }

  private change(number: number, act: () => void): void {
    const before = this.card(number)?.stageId;
    act();
    const after = this.card(number)?.stageId;
    this.rebuild([before, after].filter((id) => id !== undefined));
  }

  private shown(card: Card): Card {
    const place = this.moves.get(card.number);
    return place ? { ...card, ...place } : card;
  }

  private rebuild(stageIds: Iterable<string>): void {
    const wanted = new Map([...new Set(stageIds)].map((id) => [id, [] as Card[]]));
    for (const card of this.truth.values()) {
      const shown = this.shown(card);
      if (wanted.has(shown.stageId) && this.matches(shown)) wanted.get(shown.stageId)?.push(shown);
    }
    for (const [id, cards] of wanted) this.columns.set(id, cards.sort(byRank));
    for (const tell of this.listeners) tell();
  }
}

const nothing: Card[] = [];

/** More at once, as from an import, would light up the whole board and point at nothing. */
const mostGlowing = 12;

function byRank(one: Card, other: Card): number {
  if (one.rank === other.rank) return one.number - other.number;
  return one.rank < other.rank ? -1 : 1;
}
