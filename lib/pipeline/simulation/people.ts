// The user of a simulated session: starts it, possibly twice, observes its client documents, and decides gates, changes, retries or
// cancels, during and after its making; sometimes changes it back and forth, or edits a result that is being made for a version that was
// left. Users stop when fault injection ends.
import type { ClientSession } from "../client-documents.ts";
import { BusyError } from "../errors.ts";
import type { SessionParams } from "../params.ts";
import { GateConflictError, MovedOnError, SessionStateError } from "../refusals.ts";
import { CannotReviseError } from "../reviser.ts";
import { TooManyRunningError } from "../schedule-store.ts";
import type { Services } from "../services.ts";
import { createSessionCommands } from "../session.ts";
import { EditRefusedError } from "../step-editor.ts";
import { command } from "./commands.ts";
import { type Intent, NOTHING } from "./intents.ts";
import { ARTIST } from "./reference-book.ts";
import type { Sent } from "./tally.ts";
import { editOf, gateOf, wishOf } from "./wishful.ts";
import type { Worker } from "./worker.ts";
import { type BookWorld, nameOf, startWorker, type World } from "./world.ts";

/** Maximum number of changes by one user. */
const MOST_WISHES = 6;
const MOST_RETRIES = 4;
/** Steps whose outputs people may edit. */
const TEXTS = /^(?:concept|characters|plot|storyboard)\b/;

export interface Person {
  /** Starts the session and acts on it until fault injection ends. */
  live(): Promise<void>;
  /** Id of the session once it is started. */
  sessionId(): string | undefined;
  /** Whether the user will do nothing more. */
  isDone(): boolean;
}

export interface PersonPorts {
  /** The services of a function that handles one request. */
  serve(worker: Worker): Services;
  /** Called when the request was answered without an error. */
  answered(worker: Worker): Promise<void>;
  /** Called when the request was refused. */
  refused(worker: Worker, why: Error): void;
  background(work: Promise<void>): void;
}

const REFUSALS = [
  ...[SessionStateError, GateConflictError, EditRefusedError, MovedOnError, CannotReviseError],
  TooManyRunningError,
];

export function newPerson(world: BookWorld, ports: PersonPorts): Person {
  const { chance, clock, weather, tally } = world;
  const { rates } = weather;
  let sessionId: string | undefined;
  let isDone = false;
  let wishes = 0;
  let retries = 0;

  /** Sends one request; false if its function died or a store was down. */
  async function ask(
    what: string,
    request: (services: Services) => Promise<void>,
    intent?: Intent,
  ): Promise<boolean> {
    const worker = startWorker(world, "person");
    worker.intent = intent;
    world.note(() => `${nameOf(worker)}: ${what}`);
    const served = async () => {
      try {
        await request(ports.serve(worker));
        await ports.answered(worker);
        return true;
      } catch (error) {
        if (error instanceof BusyError) return false;
        // The user's state was outdated, or the request is impossible.
        if (!(error instanceof Error) || !REFUSALS.some((kind) => error instanceof kind)) throw error;
        tally.refusals += 1;
        if (error instanceof TooManyRunningError) tally.met.place += 1;
        world.note(() => `${nameOf(worker)} is refused: ${error.message}`);
        ports.refused(worker, error);
        return true;
      }
    };
    return Promise.race([served(), worker.died.then(() => false)]);
  }

  const send = (
    kind: Sent,
    what: string,
    request: (services: Services) => Promise<void>,
    intent?: Intent,
  ) => {
    tally.sent[kind] += 1;
    return ask(what, request, intent);
  };

  const start = () =>
    ask("starts", async (services) => {
      const params = startParams(world);
      const { ownerId, key: idempotencyKey } = world;
      const { mostRunning } = weather;
      const request = { ownerId, text: "Once upon a time.", params, idempotencyKey, mostRunning };
      sessionId = (await createSessionCommands(services).startSession(request)).sessionId;
    });

  const cancel = (id: string) =>
    send("cancel", "cancels", async (services) => {
      await createSessionCommands(services).cancelSession(id);
    });

  function retry(id: string): Promise<boolean> {
    retries += 1;
    const { mostRunning } = weather;
    return send("retry", "retries", (services) =>
      createSessionCommands(services).retrySession(id, { mostRunning }),
    );
  }

  function order(id: string, intent: Intent): Promise<boolean> {
    const what = `${intent.what} ${JSON.stringify({ ...intent, what: undefined })}`;
    return send(intent.what, what, (services) => command(world, services, { sessionId: id, intent }), intent);
  }

  async function act(id: string, seen: ClientSession): Promise<void> {
    const { status } = seen;
    if (status === "cancelled") {
      // A cancelled session refuses everything except restoring an earlier version.
      const version = chance.between(1, seen.version + 1);
      const back: Intent = { ...NOTHING, what: "restore", version };
      if (chance.happens(rates.revise * 4)) await order(id, chance.happens(0.5) ? back : wishOf(world, seen));
      isDone = chance.happens(0.5);
    } else if (
      wishes < MOST_WISHES &&
      chance.happens(status === "completed" ? rates.revise * 4 : rates.revise)
    ) {
      await wish(id, seen);
    } else if (status === "completed") isDone = chance.happens(0.5);
    else if (status === "failed") {
      if (retries >= MOST_RETRIES || !chance.happens(rates.retry)) isDone = true;
      else await retry(id);
    } else if (chance.happens(seen.version > 1 ? rates.cancel * 4 : rates.cancel)) await cancel(id);
    else if (seen.waiting !== undefined && chance.happens(rates.decide)) decide(id, seen);
    else if (chance.happens(rates.mistake / 10)) await retry(id);
  }

  /** Sometimes sent twice, or followed by another one before the first is answered. */
  async function wish(id: string, seen: ClientSession): Promise<void> {
    wishes += 1;
    if (chance.happens(0.15)) return waver(id, seen);
    const intent = await aimed(id, wishOf(world, seen));
    const sent = order(id, intent);
    if (!chance.happens(0.2)) return void (await sent);
    const other = order(id, chance.happens(0.5) ? intent : wishOf(world, seen));
    await Promise.all([sent, other]);
  }

  /** Wishes to keep or edit a picture are mostly about an existing one. */
  async function aimed(id: string, intent: Intent): Promise<Intent> {
    if (intent.repaint === undefined && intent.what !== "keep") return intent;
    const { results = {} } = (await world.stores.schedules.read(id)) ?? {};
    const drawn = Object.keys(results).filter((step) => /^artwork\/p\d+\/k\d+$/.test(step));
    return drawn.length === 0 ? intent : { ...intent, takes: [chance.pick(drawn)] };
  }

  /**
   * Changes the book and reverts, so that steps of the left version are still running. Then edits one of them, whose result arrives late;
   * or edits one before, and has its inputs made again.
   */
  async function waver(id: string, seen: ClientSession): Promise<void> {
    const now = () => world.stores.schedules.read(id);
    const there = async () =>
      order(id, { ...NOTHING, what: "params", params: { seed: chance.between(4, 6) } });
    const restore = (version: number | undefined) => order(id, { ...NOTHING, what: "restore", version });
    tally.met.wavered += 1;
    const editsFirst = chance.happens(0.5);
    if (editsFirst) await order(id, editOf(world, chance.pick(await editable())));
    const before = await now();
    await there();
    await clock.sleep(chance.between(0, 4 * weather.slowMs));
    if (editsFirst) {
      await restore(before?.versions.at(-1)?.number ?? seen.version);
      await order(id, { ...NOTHING, what: "params", params: { title: `Retold ${chance.between(1, 9)}` } });
      return;
    }
    await order(id, { ...NOTHING, what: "params", params: { seed: before?.params.seed ?? 1 } });
    await clock.sleep(chance.between(0, weather.slowMs));
    await restore(before?.versions.at(-1)?.number ?? seen.version);
    await order(id, editOf(world, chance.pick(await editable())));

    /** Steps with an editable text, running ones first. */
    async function editable(): Promise<string[]> {
      const schedule = await now();
      const isText = (step: string) => world.reference.entry(step)?.isImage === false && TEXTS.test(step);
      const underWay = Object.keys(schedule?.inFlight ?? {}).filter(isText);
      return underWay.length > 0 ? underWay : ["plot", "storyboard/p001"];
    }
  }

  /** Sometimes from two windows at once, with different decisions. */
  function decide(id: string, seen: ClientSession): void {
    const kinds = chance.pick([["approve"], ["skip"], ["approve", "skip"]] as const);
    for (const kind of kinds) {
      const gate = gateOf(world, seen);
      if (gate === undefined) continue;
      const sent = order(id, { ...NOTHING, what: "decide", gate: { ...gate, kind } });
      ports.background(sent.then(() => {}));
    }
  }

  return {
    sessionId: () => sessionId,
    isDone: () => isDone,
    async live() {
      if (chance.happens(0.2)) ports.background(start().then(() => {}));
      await start();
      // Its function died, or the owner has too many running sessions.
      while (sessionId === undefined) {
        await clock.sleep(chance.between(100, world.isStormy() ? 5_000 : 60_000));
        await start();
      }
      while (!isDone && world.isStormy()) {
        await clock.sleep(chance.between(200, 20_000));
        const seen = sessionId === undefined ? undefined : await world.stores.shown.session(sessionId);
        if (sessionId !== undefined && seen !== undefined) await act(sessionId, seen);
      }
      isDone = true;
    },
  };
}

function startParams({ weather }: World): Omit<SessionParams, "storyHash"> {
  return {
    ...{ title: "Simulated", language: "en", direction: "ltr", style: "plain", seed: 1 },
    pages: weather.book.pages,
    models: { reader: "reader@1", director: "director@1", artist: ARTIST },
    review: weather.review,
    reviewTimeoutMinutes: weather.reviewTimeoutMinutes,
    formats: ["pdf"],
    ...(weather.book.hasSheets && { sheets: true as const }),
    ...(weather.book.hasCover && { coverApart: true as const }),
  };
}
