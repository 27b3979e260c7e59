// Audits the effect of users' commands on a schedule: exactly the intended change, based on what the user had seen; and tracks what users
// want of the book.
import { canonicalJson } from "../canonical-json.ts";
import type { Result, Schedule } from "../schedule.ts";
import type { PhaseName } from "../step-id.ts";
import { patched } from "./commands.ts";
import { type Intent, imagesFor } from "./intents.ts";
import { bookParams, pageIds } from "./reference-book.ts";
import type { Rule } from "./tally.ts";
import { finalOf, type Version, type Wanted, type WantedFinal } from "./wanted.ts";
import type { Worker } from "./worker.ts";
import { type BookWorld, nameOf, violate } from "./world.ts";

export interface Turn {
  worker: Worker;
  before: Schedule;
  after: Schedule;
}

export interface WishAudit {
  /** Called when a user's command writes the schedule. */
  commanded(turn: Turn): void;
  /** Called when a step's result is recorded. */
  taken(turn: Turn, step: string, result: Result): void;
  /** Called for every write of the schedule, because gates may open or be decided. */
  gates(turn: Turn): void;
  /** Called when the book is complete. */
  completed(worker: Worker): void;
}

export function wishAudit(world: BookWorld): WishAudit {
  const { reference, wishes } = world;
  const { book } = world.weather;
  const outputsOf = ({ results }: Pick<Schedule, "results">, phase: PhaseName) =>
    wishes.standing(results).outputs.get(phase);
  const reviewedOf = ({ results }: Pick<Schedule, "results">, phase: PhaseName) =>
    wishes.standing(results).reviewed.get(phase);
  const complain = (rule: Rule, { worker }: Pick<Turn, "worker">, what: string) =>
    violate(world, rule, `${nameOf(worker)} (${worker.intent?.what ?? "no wish"}): ${what}`);

  function commanded(turn: Turn): void {
    const { before, after, worker } = turn;
    const { intent } = worker;
    if (intent?.gate !== undefined) checkGate(turn, intent.gate);
    if (intent?.what === "keep") noteKept(intent);
    checkKept(turn);
    const next = intent === undefined ? wishes.now : intended(turn, intent);
    const isChanged = next !== wishes.now;
    checkResults(turn, isChanged ? next.results : before.results);
    if (!same(next.wanted.params, bookParams(book, after.params))) {
      complain("feedback-astray", turn, `parameters are ${JSON.stringify(bookParams(book, after.params))}`);
    }
    if (!same([...next.wanted.takes].toSorted(), Object.entries(after.takes).toSorted())) {
      complain("feedback-astray", turn, `takes are ${JSON.stringify(after.takes)}`);
    }
    checkFinals(turn, next.wanted.finals);
    if (!isChanged) {
      if (after.versions !== before.versions) complain("feedback-astray", turn, "a version for nothing");
      return;
    }
    checkVersions(turn, next);
    if (worker.saw !== undefined) wishes.left.set(wishes.now.number, worker.saw);
    wishes.now = next;
    linkPut(turn);
    if (intent?.repaint !== undefined) noteRepaint(turn, intent);
    noteDrawnAs(turn);
    world.tally.revisions += 1;
    const images = intent?.what === "final" ? finalSteps(turn).length : intent && imagesFor(intent);
    const isQuiet = before.state.status === "completed" && images !== undefined;
    world.bill = isQuiet ? { images, since: before.releases, drawn: new Set() } : undefined;
  }

  function noteKept({ takes: [step = ""], kept }: Intent): void {
    const marked = new Set(wishes.now.kept);
    if (kept) marked.add(step);
    else marked.delete(step);
    wishes.now = { ...wishes.now, kept: marked };
  }

  function checkKept(turn: Turn): void {
    const { kept = [] } = turn.after;
    if (same([...wishes.now.kept].toSorted(), kept.toSorted())) return;
    complain("feedback-astray", turn, `kept are ${kept.join(", ") || "none"}`);
  }

  function checkFinals(turn: Turn, wanted: Wanted["finals"]): void {
    const inOrder = (finals: [string, Pick<WantedFinal, "take" | "artist" | "slow" | "over">][]) =>
      finals
        .map(([step, { take, artist, slow, over }]) => `${step} ${take} ${artist} ${slow} ${over?.output}`)
        .toSorted();
    const finals = inOrder(Object.entries(turn.after.finals ?? {}));
    if (!same(finals, inOrder([...wanted]))) {
      complain("feedback-astray", turn, `drawn as final are ${finals.join(", ") || "none"}`);
    }
  }

  /** The panels that the user saw as marked, or all that they saw. */
  function finalSteps({ worker: { saw } }: Turn): string[] {
    if (saw === undefined) return [];
    const pages = pageIds(saw.results.plot?.pages ?? 0);
    const all = pages.flatMap((page) =>
      (saw.results[`storyboard/${page}`]?.panels ?? []).map(({ id }) => `artwork/${page}/${id}`),
    );
    const kept = all.filter((step) => saw.kept.has(step));
    return kept.length > 0 ? kept : all;
  }

  /** Each is drawn over its current picture, if there is one. */
  function withFinals({ before }: Turn, { final }: Intent, steps: readonly string[]): Wanted["finals"] {
    const { number, wanted } = wishes.now;
    if (final === undefined) return wanted.finals;
    const { stands } = wishes.standing(before.results);
    const finals = new Map(wanted.finals);
    for (const step of steps) {
      const [output, madeOf] = [before.results[step]?.output, madeOfNow(before, step)];
      const over = output !== undefined && madeOf !== undefined && stands.has(step) && { output, madeOf };
      finals.set(step, { ...final, take: number + 1, ...(over && { over }) });
    }
    return finals;
  }

  /** The input of a picture besides its take, in the artist's terms. */
  function madeOfNow({ results }: Pick<Schedule, "results">, step: string): string | undefined {
    const { params } = wishes.now.wanted;
    const entry = reference.entries(params.pages).find((one) => one.step === step);
    if (entry === undefined) return undefined;
    const values = reference.values(entry, (read) => results[read]?.output);
    return JSON.stringify([values, entry.params.map((name) => params[name])]);
  }

  /** The same take may be drawn in different ways in different versions. */
  function noteDrawnAs({ after: { sessionId } }: Turn): void {
    const { wanted } = wishes.now;
    for (const [step, take] of wanted.takes) {
      const key = `${sessionId} ${step} ${take}`;
      const ways = world.drawnAs.get(key) ?? new Set();
      world.drawnAs.set(key, ways.add(JSON.stringify(finalOf(wanted, step) ?? {})));
    }
  }

  function noteRepaint({ after }: Turn, { takes, repaint }: Intent): void {
    const [step = ""] = takes;
    const madeOf = madeOfNow(after, step);
    if (madeOf === undefined) return;
    const wish = canonicalJson(repaint);
    world.repaints.set(`${after.sessionId} ${step} ${after.takes[step]}`, { wish, madeOf });
  }

  /** A result that a user put in place counts as made from the step's current input. */
  function linkPut({ worker, before, after }: Turn): void {
    if (worker.intent?.what === "restore") return;
    for (const { step } of reference.entries(wishes.now.wanted.params.pages)) {
      const result = after.results[step];
      if (result === undefined || result === before.results[step]) continue;
      const wrong = wishes.link(after.results, step, result.input);
      if (wrong !== undefined) complain("input-astray", { worker }, wrong);
    }
  }

  function checkGate(turn: Turn, { phase, revision }: NonNullable<Intent["gate"]>): void {
    const gate = turn.before.gates[phase];
    const isOpen =
      gate !== undefined && gate.decision === undefined && outputsOf(turn.before, phase) !== undefined;
    if (isOpen && gate.revision === revision) return;
    const is = isOpen ? `is at ${gate.revision}` : "is not open";
    complain("old-revision-accepted", turn, `answers ${phase} at ${revision}, which ${is}`);
  }

  /** The wanted state after the command; the same object if the command changes nothing. */
  function intended(turn: Turn, intent: Intent): Version {
    const { number, wanted, passed } = wishes.now;
    const phase = intent.gate?.phase;
    const decided = phase && outputsOf(turn.before, phase);
    if (phase !== undefined && decided !== undefined) {
      wishes.now = { ...wishes.now, passed: new Map(passed).set(phase, decided) };
    }
    if (intent.what === "restore") return restored(turn, intent.version ?? number);
    const params = bookParams(book, { ...turn.before.params, ...intent.params });
    const results: Record<string, Result> = { ...turn.before.results };
    const asked = same(params, wanted.params) ? wanted : { ...wanted, params };
    const touched = edited(turn, intent, { wanted: asked, results });
    const drawn = intent.what === "final" ? finalSteps(turn) : intent.what === "keep" ? [] : intent.takes;
    const takes = withTakes(turn, intent, drawn);
    const finals = withFinals(turn, intent, drawn);
    const taken = takes === wanted.takes ? touched : { ...touched, takes, finals };
    if (taken === wanted) return wishes.now;
    const moved: Version = { ...wishes.now, number: number + 1, wanted: taken, results };
    return redrawnBy(turn, intent, { ...moved, passed: passedBy(turn, intent, moved) });
  }

  /** A passed review of the artwork stays passed for panels that the user has drawn again, whatever they become. */
  function redrawnBy(turn: Turn, intent: Intent, moved: Version): Version {
    const asked = wishes.now;
    const isPassed = asked.passed.get("artwork") === reviewedOf(turn.before, "artwork");
    const isAgain = intent.what === "words" && intent.gate?.phase === "artwork";
    const panels = [...intent.takes, ...(intent.pointedAt ?? [])].filter(
      (step) => reference.entry(step)?.phase === "artwork" && !isBeside(step),
    );
    if (!asked.passed.has("artwork") || !isPassed || isAgain || panels.length === 0) return moved;
    const redrawn: Version = { ...moved, redrawn: new Set([...asked.redrawn, ...panels]) };
    wishes.now = redrawn;
    linkPut(turn);
    const reviewed = reviewedOf(turn.after, "artwork");
    wishes.now = asked;
    if (reviewed === undefined) return moved;
    return { ...redrawn, passed: new Map(moved.passed).set("artwork", reviewed) };
  }

  const isBeside = (step: string) => reference.entry(step)?.isAside === true;

  /** Applies edits to outputs, and keeps what is marked as kept. */
  function edited(
    turn: Turn,
    intent: Intent,
    { wanted, results }: { wanted: Wanted; results: Record<string, Result> },
  ): Wanted {
    const seen = stoodFor(turn.worker, intent);
    const stands = standingFor(intent, turn.before.results);
    const edits = new Map(wanted.edits);
    const patches = new Map(intent.edits.map(({ step, patch }) => [step, patch]));
    let isChanged = false;
    for (const step of stands) {
      const [known, result] = [turn.before.results[step], turn.after.results[step]];
      const last = known && reference.known(known.output);
      if (!seen.has(step) || known === undefined || result === undefined || last === undefined) continue;
      const patch = patches.get(step);
      if (patch !== undefined) {
        const to = patched(last, patch);
        const hash = reference.keep(to);
        if (result.output !== hash) complain("feedback-astray", turn, `${step} is not as wanted`);
        if (hash === known.output) continue;
        const earlier = edits.get(step);
        const isAgain = earlier !== undefined && reference.keep(earlier.to) === known.output;
        edits.set(step, { of: isAgain ? earlier.of : known.output, to });
      } else if (!isKept(intent, step) || result.output !== known.output || result.input === known.input)
        continue;
      isChanged = true;
      results[step] = result;
    }
    return isChanged ? { ...wanted, edits } : wanted;
  }

  /** The words of panels are not on the cover, so it stays when a text changes. */
  function isKept({ keeps, what }: Intent, step: string): boolean {
    return keeps === true || (what === "text" && step === "lettering/cover");
  }

  /** A wish in words counts results behind an open review as standing. */
  function standingFor({ what }: Intent, results: Schedule["results"]): ReadonlySet<string> {
    const { done, stands } = wishes.standing(results);
    return what === "words" ? done : stands;
  }

  /** The results that the command saw; it does not affect later ones. */
  function stoodFor({ saw }: Worker, intent: Intent): ReadonlySet<string> {
    const { now } = wishes;
    if (saw === undefined) return new Set();
    wishes.now = saw;
    const stands = standingFor(intent, saw.results);
    wishes.now = now;
    return stands;
  }

  function withTakes(turn: Turn, intent: Intent, drawn: readonly string[]): ReadonlyMap<string, number> {
    const known = wishes.now.wanted.takes;
    const next = new Map(known);
    for (const step of drawn) {
      if (intent.take !== undefined) {
        if (intent.take === (known.get(step) ?? 0)) return known;
        if (intent.take === 0) next.delete(step);
        else next.set(step, intent.take);
        continue;
      }
      const take = turn.after.takes[step] ?? 0;
      const earlier = [...wishes.left.values(), wishes.now].map((one) => one.wanted.takes.get(step) ?? 0);
      if (earlier.includes(take)) complain("take-repeated", turn, `${step} has take ${take} again`);
      next.set(step, take);
    }
    return drawn.length === 0 ? known : next;
  }

  /** A user who changed a phase's result has seen it, except for a phase that they want to review again. */
  function passedBy({ worker, before, after }: Turn, intent: Intent, moved: Version): Version["passed"] {
    const asked = wishes.now;
    const again = intent.what === "words" ? intent.gate?.phase : undefined;
    const phases = new Set<PhaseName>();
    for (const [step, result] of Object.entries(moved.results)) {
      const phase = reference.entry(step)?.phase;
      if (result !== before.results[step] && phase !== undefined && phase !== again) phases.add(phase);
    }
    const passed = new Map(asked.passed);
    const seen = [...phases].filter(
      (phase) => passed.has(phase) && passed.get(phase) === reviewedOf(before, phase),
    );
    // In the order of the phases: a result counts only if the gates before it are passed.
    for (const phase of seen) {
      wishes.now = { ...moved, passed: new Map(passed) };
      linkPut({ worker, before, after });
      const outputs = outputsOf(after, phase);
      if (outputs !== undefined) passed.set(phase, outputs);
    }
    wishes.now = asked;
    return passed;
  }

  function restored(turn: Turn, version: number): Version {
    const { now, left } = wishes;
    if (version === now.number) return now;
    const then = left.get(version);
    if (then === undefined) {
      complain("version-lost", turn, `nobody ever left version ${version}`);
      return now;
    }
    wishes.now = then;
    const passedThen = [...then.passed].filter(([phase, outputs]) => reviewedOf(then, phase) === outputs);
    wishes.now = now;
    const passed = new Map(now.passed);
    for (const [phase, outputs] of passedThen) {
      passed.set(phase, outputs);
      if (turn.after.gates[phase]?.decision === undefined) {
        complain("gate-forgotten", turn, `${phase} was passed in version ${version}`);
      }
    }
    const isPassed = passedThen.some(([phase]) => phase === "artwork");
    const { redrawn } = isPassed ? then : now;
    return { ...then, number: now.number + 1, passed, redrawn, kept: now.kept };
  }

  function checkResults(turn: Turn, should: Schedule["results"]): void {
    const { before, after } = turn;
    for (const step of new Set([
      ...Object.keys(before.results),
      ...Object.keys(after.results),
      ...Object.keys(should),
    ])) {
      const [is, wanted] = [after.results[step], should[step]];
      const isRight =
        is === wanted ||
        (is?.output === wanted?.output &&
          is?.input === wanted?.input &&
          is?.edited?.base === wanted?.edited?.base);
      if (!isRight) complain("feedback-astray", turn, `${step} has another result`);
    }
  }

  function checkVersions(turn: Turn, next: Version): void {
    const { before, after, worker } = turn;
    if (after.epoch <= before.epoch) complain("feedback-astray", turn, "the epoch stands still");
    if (worker.saw?.number !== wishes.now.number) {
      complain("version-lost", turn, `version ${wishes.now.number} is kept as ${worker.saw?.number} was`);
    }
    const numbers = after.versions.map(({ number }) => number);
    if (
      !same(
        numbers,
        Array.from({ length: next.number }, (_, index) => index + 1),
      )
    ) {
      complain("version-lost", turn, `versions are ${numbers.join(", ")}`);
    }
    if (after.versions.some(({ number, snapshot }) => number < next.number && snapshot === undefined)) {
      complain("version-lost", turn, "a version that was left has no snapshot");
    }
  }

  return {
    commanded,
    taken({ worker, before }, step, result) {
      const { wanted } = wishes.now;
      const { output = "", plain } = worker.made?.step === step ? worker.made : {};
      if (plain === undefined || plain !== wishes.own(step, result.input)) {
        complain("book-differs", { worker }, `${step} was made of something else than it should be`);
      }
      const edit = wanted.edits.get(step);
      if (edit !== undefined && edit.of === output) {
        if (result.output !== reference.keep(edit.to)) {
          complain("edit-lost", { worker }, `${step} gave what was edited, and the edit is gone`);
        }
        return;
      }
      if (result.output !== output) complain("book-differs", { worker }, `${step} is not what it should be`);
      if (edit === undefined) return;
      if (
        before.results[step]?.output === reference.keep(edit.to) &&
        !wishes.isFor(before.results, step, result.input)
      ) {
        complain("edit-lost", { worker }, `${step} was edited, and what replaces it is for another input`);
      }
      const edits = new Map(wanted.edits);
      edits.delete(step);
      wishes.now = { ...wishes.now, wanted: { ...wanted, edits } };
    },
    gates(turn) {
      const { before, after, worker } = turn;
      for (const phase of after.params.review) {
        const [old, gate] = [before.gates[phase], after.gates[phase]];
        if (old === gate || gate === undefined || old === undefined) continue;
        const isSame = old.revision === gate.revision;
        if (
          isSame &&
          old.decision !== undefined &&
          old.decision !== gate.decision &&
          worker.intent?.what !== "restore"
        ) {
          complain("gate-decided-twice", turn, `decides ${phase} again`);
        }
        const outputs = outputsOf(after, phase);
        const passed = new Map(wishes.now.passed);
        if (!isSame && gate.decision === undefined) {
          if (outputs !== undefined && passed.get(phase) === outputs) {
            complain("gate-forgotten", turn, `asks again about the same ${phase}`);
          }
          passed.delete(phase);
        } else if (old.decision === undefined && gate.decision !== undefined && worker.role !== "person") {
          if (outputs !== undefined) passed.set(phase, outputs);
        } else continue;
        wishes.now = { ...wishes.now, passed };
      }
    },
    completed(worker) {
      const { bill } = world;
      world.bill = undefined;
      if (bill === undefined || bill.drawn.size === bill.images) return;
      const drawn = [...bill.drawn].join(", ") || "none";
      complain("overpaid", { worker }, `${bill.images} images were due, drawn: ${drawn}`);
    },
  };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
