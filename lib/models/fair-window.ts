// The rate-limit window of a model, shared fairly: the next slot goes to the owner with the least recent use, then to that owner's session
// with the least, then to the request that waits longest. A request that must wait holds a ticket with the time of its slot. A ticket is
// not a slot: a request of an owner with less use may take the slot first, and the ticket's holder is then told a later time.
// A book announces its first pictures when it starts. Until it asks for them, that many slots of the window are kept open for its owner, but
// only against owners with more use.
// `lib/cloud/fair-window-script.ts` has the same rule in Lua; `redis-quota.test.ts` compares the two.

/** The rate limit of a model in one project of its vendor. */
export interface QuotaWindow {
  /** Model and project: `vertex/my-project/gemini-3.1-flash-image`. */
  name: string;
  /** Requests within any `windowMs`. */
  limit: number;
  windowMs: number;
}

/** Whose request it is. */
export interface Payer {
  owner: string;
  session: string;
}

export interface SlotRequest extends Payer {
  /** Key of the question. A later `take` with the same key continues its ticket. */
  question: string;
  /** Give a ticket at most this far ahead. */
  aheadMs: number;
}

export type Slot =
  /** Send the request now; the slot is used up. `agoMs`: how long ago the slot was due. */
  | { kind: "now"; agoMs: number }
  /** A ticket: call again after `inMs`, and no later than `SLOT_VALID_MS` after that. */
  | { kind: "kept"; inMs: number }
  /** No slot within `aheadMs`. Try again after `inMs`. */
  | { kind: "full"; inMs: number };

/** Validity of a slot. A later request needs another slot, because the vendor counts it in a later window. */
export const SLOT_VALID_MS = 5_000;
/** Tickets of a window; further requests are told that it is full. */
export const MOST_TICKETS = 200;
/** Owners and sessions whose use is remembered; beyond that, those with the least are forgotten. */
export const MOST_USES = 1_000;
/** Windows in which a past use loses half of its weight. */
export const HALF_LIFE_WINDOWS = 4;
/** A payer that did not ask for this many windows no longer waits. */
export const IDLE_WINDOWS = 2;
/** Slots kept open for an owner that announced requests: the pictures of a short book. */
export const KEPT_SLOTS = 8;
/** Windows for which slots are kept open after the announcement, and after each slot that the owner takes. */
export const KEPT_WINDOWS = 0.5;
/** Owners with kept slots; further announcements keep none. */
export const MOST_KEPT = 100;

export interface Ticket extends Payer {
  /** When its request first asked. */
  since: number;
  /** The time that its holder was told. */
  dueAt: number;
}

/** Recent use of an owner, or of a session. */
export interface Use {
  /** Number of slots, as it was at `at`; it decays. */
  amount: number;
  at: number;
  /** Start of the wait for its next slot. */
  waitsSince: number;
  askedAt: number;
}

/** Slots kept open for an owner. */
export interface Kept {
  slots: number;
  until: number;
}

/** State of a window. Times are milliseconds of one clock. */
export interface WindowState {
  /** Times of the last slots, at most `limit`, in order. */
  slots: readonly number[];
  /** No slot before this time. */
  heldUntil: number;
  tickets: ReadonlyMap<string, Ticket>;
  /** By owner, and by `owner/session`. */
  uses: ReadonlyMap<string, Use>;
  /** By owner. */
  kept: ReadonlyMap<string, Kept>;
}

export const EMPTY_WINDOW: WindowState = {
  slots: [],
  heldUntil: Number.NEGATIVE_INFINITY,
  tickets: new Map(),
  uses: new Map(),
  kept: new Map(),
};

const sessionKey = ({ owner, session }: Payer) => `${owner}/${session}`;

const decayed = ({ amount, at }: Use, windowMs: number, now: number) =>
  amount * 2 ** (-(now - at) / (HALF_LIFE_WINDOWS * windowMs));

/** As precise as the script stores it. */
const rounded = (amount: number) => Number(amount.toFixed(6));

/** Recent use, less the windows for which the payer has waited since its last slot, so that nobody waits without end. */
function weightOf(use: Use | undefined, windowMs: number, now: number): number {
  if (use === undefined) return 0;
  const isWaiting = now - use.askedAt <= IDLE_WINDOWS * windowMs;
  return decayed(use, windowMs, now) - (isWaiting ? (now - use.waitsSince) / windowMs : 0);
}

const byDue = (a: Ticket & { question: string }, b: Ticket & { question: string }) =>
  a.dueAt - b.dueAt || (a.question < b.question ? -1 : 1);

/** Requests in the order in which they get slots, each slot counting as a use of its owner and session. */
function inFairOrder<T extends Ticket & { question: string }>(
  tickets: readonly T[],
  weight: (key: string) => number,
): T[] {
  const byAge = tickets.toSorted((a, b) => a.since - b.since || byDue(a, b));
  const ranked = (items: readonly T[], keyOf: (item: T) => string) => {
    const counts = new Map<string, number>();
    return items
      .map((item, at) => {
        const key = keyOf(item);
        const rank = counts.get(key) ?? 0;
        counts.set(key, rank + 1);
        return { item, at, tag: weight(key) + rank };
      })
      .toSorted((a, b) => a.tag - b.tag || a.at - b.at)
      .map(({ item }) => item);
  };
  return ranked(ranked(byAge, sessionKey), ({ owner }) => owner);
}

interface SlotRules {
  heldUntil: number;
  isSpaced: boolean;
  /** Slots kept open for owners with less use, and when the first of them lapse. */
  closed: Kept;
}

function nextSlotAt(
  slots: readonly number[],
  { heldUntil, isSpaced, closed }: SlotRules,
  { limit, windowMs }: QuotaWindow,
  from: number,
): number {
  const last = slots.at(-1);
  /** The first time at which the window has fewer than `most` slots. */
  const openAt = (most: number) => {
    const oldest = slots.at(-most);
    return Math.max(from, heldUntil, last ?? 0, oldest === undefined ? 0 : oldest + windowMs);
  };
  const most = limit - closed.slots;
  const whole = openAt(limit);
  const lapsed = closed.slots === 0 ? whole : Math.max(whole, closed.until);
  const earliest = most > 0 ? Math.min(openAt(most), lapsed) : lapsed;
  // Even spacing after a block, and while requests wait: otherwise one owner uses the whole window at once, and the next slot of anybody
  // is a window away.
  const mustSpace = isSpaced || earliest < heldUntil + windowMs;
  return mustSpace && last !== undefined ? Math.max(earliest, last + Math.ceil(windowMs / limit)) : earliest;
}

/** Pure: the slot for a request, and the state afterwards. */
export function planSlot(
  state: WindowState,
  window: QuotaWindow,
  { question, aheadMs, owner, session, now }: SlotRequest & { now: number },
): { slot: Slot; after: WindowState } {
  const { windowMs, limit } = window;
  const others = [...state.tickets]
    .filter(([key, { dueAt }]) => key !== question && dueAt + SLOT_VALID_MS >= now)
    .map(([key, ticket]) => ({ ...ticket, question: key }));
  const known = state.tickets.get(question);
  const held = known !== undefined && known.dueAt + SLOT_VALID_MS >= now ? known : undefined;
  // A new request comes after those of the same millisecond that have tickets.
  const mine = {
    question,
    owner,
    session,
    since: held?.since ?? now,
    dueAt: held?.dueAt ?? Number.POSITIVE_INFINITY,
  };

  const { uses, kept } = withoutLapsed(state, window, now);
  for (const key of [owner, sessionKey(mine)]) {
    const use = uses.get(key) ?? { amount: 0, at: now, waitsSince: now, askedAt: now };
    const isNewWait = now - use.askedAt > IDLE_WINDOWS * windowMs;
    uses.set(key, { ...use, askedAt: now, ...(isNewWait && { waitsSince: now }) });
  }
  const weight = (key: string) => weightOf(uses.get(key), windowMs, now);
  const order = inFairOrder([...others, mine], weight);
  const ahead = order
    .slice(0, order.indexOf(mine))
    .toSorted((a, b) => a.dueAt - b.dueAt || (a.question < b.question ? -1 : 1));

  // Requests ahead take the first slots from their own time on; this one takes the first slot that is left.
  const left = new Map(kept);
  const from = Math.min(mine.dueAt, now);
  const virtual = [...state.slots];
  const nextFor = (who: string) => {
    const isSpaced = others.length > 0 && !left.has(who);
    const rules = { heldUntil: state.heldUntil, isSpaced, closed: closedTo(who, left, weight) };
    return nextSlotAt(virtual, rules, window, from);
  };
  let at = nextFor(owner);
  for (const ticket of ahead) {
    if (ticket.dueAt > at) break;
    virtual.push(nextFor(ticket.owner));
    takeKept(left, ticket.owner);
    at = nextFor(owner);
  }

  const tickets = new Map(others.map(({ question: key, ...ticket }) => [key, ticket]));
  const inMs = Math.ceil(at - now);
  if (inMs <= 0) {
    for (const key of [owner, sessionKey(mine)]) {
      const use = uses.get(key);
      if (use === undefined) continue;
      const amount = rounded(decayed(use, windowMs, now) + 1);
      uses.set(key, { amount, at: now, waitsSince: now, askedAt: now });
    }
    takeKept(kept, owner, now + KEPT_WINDOWS * windowMs);
    const slots = [...state.slots, at].slice(-limit);
    return {
      slot: { kind: "now", agoMs: now - at },
      after: { ...state, slots, tickets, kept, uses: remembered(uses, windowMs, now) },
    };
  }
  const after = { ...state, tickets, kept, uses: remembered(uses, windowMs, now) };
  if (inMs > aheadMs || others.length >= MOST_TICKETS) {
    return { slot: { kind: "full", inMs: Math.max(1, inMs - aheadMs) }, after };
  }
  tickets.set(question, { owner, session, since: mine.since, dueAt: now + inMs });
  return { slot: { kind: "kept", inMs }, after };
}

/** Pure: the state after an owner announced its next requests. */
export function planKept(
  state: WindowState,
  window: QuotaWindow,
  { owner, now }: { owner: string; now: number },
): WindowState {
  const { uses, kept } = withoutLapsed(state, window, now);
  if (kept.has(owner) || kept.size < MOST_KEPT) {
    kept.set(owner, { slots: KEPT_SLOTS, until: now + KEPT_WINDOWS * window.windowMs });
  }
  return { ...state, uses, kept };
}

/** Slots that were kept in vain count as used, so that announcements alone keep nothing from others for long. */
function withoutLapsed(state: WindowState, { windowMs }: QuotaWindow, now: number) {
  const uses = new Map(state.uses);
  const kept = new Map(state.kept);
  for (const [owner, { slots, until }] of state.kept) {
    if (until > now) continue;
    kept.delete(owner);
    const use = uses.get(owner) ?? { amount: 0, at: now, waitsSince: now, askedAt: now };
    uses.set(owner, { ...use, amount: rounded(decayed(use, windowMs, now) + slots), at: now });
  }
  return { uses, kept };
}

/** The slots that are kept open against an owner: those of owners with less use. */
function closedTo(owner: string, kept: ReadonlyMap<string, Kept>, weight: (key: string) => number): Kept {
  const before = [...kept].filter(([other]) => other !== owner && weight(other) < weight(owner));
  return {
    slots: before.reduce((sum, [, { slots }]) => sum + slots, 0),
    until: Math.min(...before.map(([, { until }]) => until)),
  };
}

function takeKept(kept: Map<string, Kept>, owner: string, until?: number): void {
  const own = kept.get(owner);
  if (own === undefined) return;
  if (own.slots === 1) kept.delete(owner);
  else kept.set(owner, { slots: own.slots - 1, until: until ?? own.until });
}

function remembered(uses: ReadonlyMap<string, Use>, windowMs: number, now: number): ReadonlyMap<string, Use> {
  if (uses.size <= MOST_USES) return uses;
  const least = [...uses].toSorted(([, a], [, b]) => decayed(b, windowMs, now) - decayed(a, windowMs, now));
  return new Map(least.slice(0, MOST_USES / 2));
}
