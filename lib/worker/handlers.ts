import "server-only";
import type { Context, SystemActor } from "../context";
import { makeThumbnail } from "../files/make-thumbnail";
import type { Chore } from "../outbox/enqueue";

type Handlers = { [N in keyof Chore]?: (ctx: Context<SystemActor>, told: Chore[N]) => Promise<unknown> };

/** What the worker does of each kind of background work. */
export const handlers: Handlers = { "make-thumbnail": makeThumbnail };
