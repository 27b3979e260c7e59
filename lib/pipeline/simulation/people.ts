// The person of a simulated session: starts it, perhaps twice, looks at what clients see, and decides, edits, retries or
// cancels by it. Nobody interferes any more once the storm is over.
import { advance } from "../advance.ts";
import { canonicalJson, shortHash } from "../canonical-json.ts";
import type { ClientSession } from "../client-documents.ts";
import { BusyError } from "../errors.ts";
import { followUp } from "../follow-up.ts";
import type { SessionParams } from "../params.ts";
import { isLive, type Schedule } from "../schedule.ts";
import { SessionMissingError } from "../schedule-store.ts";
import type { Services } from "../services.ts";
import { createSessionCommands, GateConflictError, SessionStateError } from "../session.ts";
import { hashOf, type Output } from "./reference-book.ts";
import type { Worker } from "./worker.ts";
import { hire, nameOf, type World } from "./world.ts";

const MAX_EDITS = 3;
const MAX_RETRIES = 4;

export interface Person {
  /** Starts the session and looks after it until the storm is over. */
  live(): Promise<void>;
  /** The session, once it is started. */
  sessionId(): string | undefined;
  /** Whether the person will do nothing more. */
  isDone(): boolean;
}

export interface PersonPorts {
  /** The services of a function that serves one request. */
  serve(worker: Worker): Services;
  /** The request was answered without a failure. */
  answered(worker: Worker): void;
  background(work: Promise<void>): void;
}

export function newPerson(world: World, ports: PersonPorts): Person {
  const { chance, clock, weather, tally } = world;
  let sessionId: string | undefined;
  let isDone = false;

  /** Sends one request; false when its function died or a store was down. */
  async function ask(what: string, request: (services: Services) => Promise<unknown>): Promise<boolean> {
    const worker = hire(world, "person");
    world.note(() => `${nameOf(worker)}: ${what}`);
    const served = async () => {
      try {
        await request(ports.serve(worker));
        ports.answered(worker);
        return true;
      } catch (error) {
        if (error instanceof BusyError) return false;
        // What the person saw was no longer so.
        if (error instanceof SessionStateError || error instanceof GateConflictError) return true;
        throw error;
      }
    };
    return Promise.race([served(), worker.died.then(() => false)]);
  }

  const start = () =>
    ask("starts", async (services) => {
      const request = {
        ownerId: "ann",
        text: "Once upon a time.",
        params: paramsOf(world),
        idempotencyKey: "k",
      };
      sessionId = (await createSessionCommands(services).startSession(request)).sessionId;
    });

  async function act(id: string, seen: ClientSession | undefined): Promise<void> {
    const { cancel, edit, retry, decide } = weather.rates;
    const status = seen?.status;
    if (status === "completed" || status === "cancelled") isDone = true;
    else if (status === "failed") {
      if (tally.retries >= MAX_RETRIES || !chance.happens(retry)) isDone = true;
      else if (await ask("retries", (services) => createSessionCommands(services).retrySession(id)))
        tally.retries += 1;
    } else if (chance.happens(cancel)) {
      if (await ask("cancels", (services) => createSessionCommands(services).cancelSession(id)))
        tally.cancels += 1;
    } else if (chance.happens(edit) && tally.edits < MAX_EDITS) {
      if (await ask("edits", (services) => editSomething(world, services, id))) tally.edits += 1;
    } else if (seen?.waiting !== undefined && chance.happens(decide)) decideGate(id, seen.waiting);
  }

  /** Now and then in two windows at once, and not the same. */
  function decideGate(id: string, { phase, revision }: NonNullable<ClientSession["waiting"]>): void {
    const kinds = chance.pick([["approve"], ["skip"], ["approve", "skip"]] as const);
    for (const kind of kinds) {
      const decision = { kind, by: `ann, who says ${kind}` };
      const send = ask(`decides ${phase} (${kind})`, (services) =>
        createSessionCommands(services).decideGate({ sessionId: id, phase, revision, decision }),
      );
      tally.decisions += 1;
      ports.background(send.then(() => {}));
    }
  }

  return {
    sessionId: () => sessionId,
    isDone: () => isDone,
    async live() {
      if (chance.happens(0.2)) ports.background(start().then(() => {}));
      while (!(await start())) await clock.sleep(chance.between(100, 5_000));
      while (!isDone && world.isStormy()) {
        await clock.sleep(chance.between(200, 20_000));
        if (sessionId !== undefined) await act(sessionId, world.stores.projector.sessions.get(sessionId));
      }
      isDone = true;
    },
  };
}

function paramsOf({ weather }: World): Omit<SessionParams, "storyHash"> {
  return {
    ...{ title: "Simulated", language: "en", direction: "ltr", style: "plain", seed: 1 },
    models: { writer: "simulated-author@1", artist: "simulated-artist@1" },
    review: weather.review,
    reviewTimeoutMinutes: weather.reviewTimeoutMinutes,
    formats: ["pdf"],
  };
}

/** Asks for another take of the whole book, or writes over the output of one step that is done. */
async function editSomething(world: World, services: Services, sessionId: string): Promise<void> {
  const { schedules, blobs, settings } = services;
  const schedule = await schedules.read(sessionId);
  if (schedule === undefined) throw new SessionMissingError(sessionId);
  const step = pickStep(world, schedule);
  let change: (current: Schedule) => Schedule | undefined;
  if (step === undefined) {
    change = (current) => ({ ...current, params: { ...current.params, seed: current.params.seed + 1 } });
  } else {
    const known = schedule.results[step];
    if (known === undefined) return;
    const output: Output = JSON.parse(Buffer.from(await blobs.get(sessionId, known.output)).toString("utf8"));
    const to = rewritten(world, output);
    world.edited.set(hashOf(to), to);
    await blobs.put(sessionId, Buffer.from(canonicalJson(to), "utf8"), "application/json");
    const parts = Object.fromEntries(
      Object.entries(to.parts).map(([name, part]) => [name, shortHash(canonicalJson(part))]),
    );
    change = (current) => {
      if (current.results[step] !== known) return undefined;
      const result = { ...known, output: hashOf(to), ...(known.parts === undefined ? {} : { parts }) };
      return { ...current, results: { ...current.results, [step]: result } };
    };
  }
  const done = await schedules.update(sessionId, undefined, ({ schedule: before, now }) => {
    if (!isLive(before.state)) throw new SessionStateError(sessionId, before.state.status);
    const changed = change(before);
    if (changed === undefined) throw new SessionStateError(sessionId, before.state.status);
    const raised = { ...changed, epoch: before.epoch + 1 };
    const { schedule: after, released } = advance(raised, { now, by: "edit", settings });
    return { schedule: after, value: { before, after, released } };
  });
  await followUp(services, { ...done, steps: step === undefined ? [] : [step], events: [] });
}

/** A step whose result stands; undefined for the book as a whole. */
function pickStep({ chance, reference }: World, { results, params }: Schedule): string | undefined {
  const expected = reference.expected(params);
  const standing = reference.entries.filter(({ step }) => results[step]?.output === expected.get(step));
  const editable = standing.filter(
    ({ isImage, phase }) => !isImage && phase !== "lettering" && phase !== "finish",
  );
  if (editable.length === 0 || chance.happens(0.3)) return undefined;
  return chance.pick(editable).step;
}

/** One part of it is new when it has parts: a picture, a line or a design; else all of it is. */
function rewritten({ chance }: World, output: Output): Output {
  const names = Object.keys(output.parts);
  const edit = `edit ${chance.between(1, 1_000_000)}`;
  if (names.length === 0) return { ...output, made: edit };
  return { ...output, parts: { ...output.parts, [chance.pick(names)]: edit } };
}
