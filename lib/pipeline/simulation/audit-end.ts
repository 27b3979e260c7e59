// Audits a simulated session at rest: how it ended, its client documents, and whether every earlier version can be restored.
import { canonicalJson } from "../canonical-json.ts";
import { clientPage, clientPhase, clientSession, stepsOfPage, stepsOfPhaseDocument } from "../projection.ts";
import { isLive, type Schedule } from "../schedule.ts";
import type { StepRecord } from "../step-record.ts";
import { bookParams } from "./reference-book.ts";
import { AMPLE_MICROS } from "./weather.ts";
import { type BookWorld, violate, type World } from "./world.ts";

interface End {
  schedule: Schedule;
  records: ReadonlyMap<string, StepRecord>;
  isComplete: boolean;
}

export async function auditEnd(world: BookWorld, { schedule, records, isComplete }: End): Promise<void> {
  checkEnd(world, schedule, isComplete);
  checkBatches(world);
  await checkDocuments(world, schedule, records);
  await checkVersions(world, schedule);
}

/** Every earlier version is stored as it was when it was left. */
async function checkVersions(world: BookWorld, { sessionId, versions }: Schedule): Promise<void> {
  for (const { number, snapshot } of versions) {
    const left = world.wishes.left.get(number);
    if (snapshot === undefined || left === undefined) continue;
    const bytes = await world.stores.blobs.get(sessionId, snapshot);
    const kept: Pick<Schedule, "params" | "results" | "takes"> = JSON.parse(
      Buffer.from(bytes).toString("utf8"),
    );
    const isSame =
      same(bookParams(world.weather.book, kept.params), left.wanted.params) &&
      same(Object.entries(kept.takes).toSorted(), [...left.wanted.takes].toSorted()) &&
      same(outputs(kept.results), outputs(left.results));
    if (!isSame) violate(world, "version-lost", `version ${number} is kept as another one`);
  }
}

const outputs = (results: Schedule["results"]) =>
  Object.entries(results)
    .map(([step, { input, output, edited }]) => `${step} ${input} ${output} ${edited?.base}`)
    .toSorted();

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function checkEnd(world: World, schedule: Schedule, isComplete: boolean): void {
  const { state, inFlight } = schedule;
  const left = Object.keys(inFlight);
  if (left.length > 0) violate(world, "flight-stuck", `${left.join(", ")} never left flight`);
  if (isLive(state)) violate(world, "session-stuck", `the session is ${state.status}`);
  if (state.status === "completed" && !isComplete) {
    violate(world, "book-differs", "the book is not what it should be for what people last asked");
  }
  if (state.status !== "failed") return;
  const { code, message } = state.reason;
  if (code === "session-deadline") world.tally.met.deadline += 1;
  if (code === "budget-day") world.tally.met.short += 1;
  const { crash, stray, standstill, broken, busy, hanging, refused, down } = world.weather.rates;
  const hasTrouble = crash + stray + standstill + broken + busy + hanging + down > 0;
  const causes: Record<string, boolean> = {
    refused: refused > 0,
    "dead-letter": world.tally.deadLetters > 0,
    "attempt-failed": broken > 0,
    "step-deadline": hanging + standstill > 0,
    lapsed: hasTrouble,
    busy: hasTrouble,
    "session-deadline": world.weather.isExhausted,
    "budget-day": world.weather.dayMicros < AMPLE_MICROS,
  };
  if (causes[code] !== true) violate(world, "failed-without-cause", `${code}: ${message}`);
}

/** No batch with story data is left at a vendor, and no unwanted one is running there. */
function checkBatches(world: BookWorld): void {
  const left = world.vendor.of(world.sessionIds).filter(({ isEnded }) => !isEnded);
  if (left.length === 0) return;
  violate(world, "batch-left", `nobody has ended ${left.map(({ name }) => name).join(", ")}`);
}

/** Client documents must agree with the schedule once the world is at rest. */
async function checkDocuments(
  world: World,
  schedule: Schedule,
  records: ReadonlyMap<string, StepRecord>,
): Promise<void> {
  const { shown } = world.stores;
  const { sessionId } = schedule;
  const compare = (what: string, shown: object | undefined, wanted: object) => {
    const difference = firstDifference(shown, wanted);
    if (difference !== undefined) violate(world, "shown-otherwise", `${what}: ${difference}`);
  };
  const ofSteps = (ids: readonly string[]) => new Map([...records].filter(([id]) => ids.includes(id)));
  const session = clientSession(schedule, records.get("finish"));
  compare("the session", withoutTime(await shown.session(sessionId)), withoutTime(session));
  for (const page of await shown.pages(sessionId)) {
    if (page.number > session.pages) {
      violate(world, "shown-otherwise", `page ${page.number} is shown of a book of ${session.pages}`);
    }
    const wanted = clientPage(schedule, page.number, ofSteps(stepsOfPage(schedule, page.number)));
    compare(`page ${page.number}`, { ...page, seq: 0 }, { ...wanted, seq: 0 });
  }
  for (const seen of await shown.phases(sessionId)) {
    const wanted = clientPhase(schedule, seen.phase, ofSteps(stepsOfPhaseDocument(schedule, seen.phase)));
    // No step is running, so there is no progress.
    compare(`phase ${seen.phase}`, { ...seen, seq: 0 }, { ...wanted, progress: undefined, seq: 0 });
  }
}

function withoutTime(document: object | undefined): object {
  return { ...document, updatedAt: "" };
}

function firstDifference(shown: object | undefined, wanted: object): string | undefined {
  const seen: Record<string, unknown> = { ...shown };
  for (const [key, value] of Object.entries(wanted)) {
    const [a, b] = [canonicalJson({ is: seen[key] }), canonicalJson({ is: value })];
    if (a !== b) return `${key} is shown as ${a} and should be ${b}`;
  }
  return undefined;
}
