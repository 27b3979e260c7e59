// Changes a book during or after its making: replaced results, parameters, takes. Pure. A change does not list the steps to run again; they
// follow from the input hashes.
import type { LetterStyles } from "../manga/hand-lettering.ts";
import { storyLanguage } from "../manga/language.ts";
import type { OwnFont } from "../manga/own-fonts.ts";
import { canonicalJson } from "./canonical-json.ts";
import { currentInput, pastReviews, survey } from "./graph.ts";
import { type MovedPictures, withMovedPictures } from "./moved-pictures.ts";
import { latestOf, withOrder } from "./page-places.ts";
import type { SessionParams } from "./params.ts";
import {
  MOST_CHOICES,
  type OwnPicture,
  type PictureEdit,
  type PictureWishes,
  type SealedText,
  type TakeChoice,
} from "./picture-wishes.ts";
import { withRedrawn } from "./redrawn-pictures.ts";
import { MovedOnError } from "./refusals.ts";
import { type Final, isLive, type Result, reviewedPhases, type Schedule, type Version } from "./schedule.ts";
import { EditRefusedError } from "./step-editor.ts";
import { type PhaseName, parseStepId } from "./step-id.ts";
import { type Node, nodeOf } from "./step-kinds.ts";
import { withoutSweepFailures } from "./sweep-failures.ts";

export interface ResultEdit {
  node: Node;
  /** Hash of the output that it replaces. */
  base: string;
  result: Omit<Result, "input">;
  /** The book's title, where the edited step defines it. */
  title?: string | undefined;
}

/** Parameters that a person may change after the start. The story cannot be changed. */
export type ParamsEdit = Partial<
  Pick<
    SessionParams,
    | "title"
    | "pages"
    | "language"
    | "direction"
    | "dropPunctuation"
    | "style"
    | "artDirection"
    | "genre"
    | "seed"
    | "formats"
    | "renames"
  >
>;

/** The parameters of a book's lettering, to be used with pictures made for its story's language and its pages' layout. */
type Lettering = Pick<SessionParams, "language" | "direction" | "layoutDirection" | "lines">;

export interface BookChange {
  /** In the order of their phases: a later one may depend on an earlier one. */
  results?: readonly ResultEdit[];
  params?: ParamsEdit;
  /** Pictures that go to the steps of other places, after `results`. */
  moved?: MovedPictures;
  /** The parameters that decide the lettering. */
  lettering?: Lettering;
  /** The lettering styles of people and of the book; undefined: as before, null: none. */
  letterStyles?: LetterStyles | null | undefined;
  /** The owner's fonts; undefined: as before. */
  fonts?: readonly OwnFont[] | undefined;
  /** Whether the book's files are bound when somebody asks for one; absent: as before. */
  filesOnDemand?: boolean;
  /** Picture steps to draw again. */
  takes?: readonly string[];
  /** The picture steps of the panels that the person points at. */
  pointedAt?: readonly string[];
  /** Picture steps to draw again as `final`. */
  finals?: Pick<Final, "artist" | "slow"> & { steps: readonly string[] };
  /** A picture step that returns to an earlier take; 0 is the first. */
  earlier?: { step: string; take: number };
  /** The prompt of a picture step; undefined: the one that code writes. */
  prompt?: { step: string; own: SealedText | undefined };
  /** The reference pictures that a person added to a picture step; undefined: none. */
  references?: { step: string; own: SealedText | undefined };
  /** A person's own picture for a sheet; undefined: it is drawn. */
  sheet?: { step: string; own: OwnPicture | undefined };
  /** An edit of a part of a picture, as another take of it. `base`: the output whose picture is edited. */
  pictureEdit?: { node: Node; base: string; edit: Omit<PictureEdit, "take" | "from"> };
  /** Several pictures drawn for the new take of a picture step in `takes`, to choose from. */
  choice?: { node: Node; count: number };
  /** A picture step gets the prompt, reference pictures, edits and choices of an earlier version again. */
  wish?: { step: string; earlier: PictureWishes[string] | undefined };
  /** The chosen picture of an edit or a choice, from 1. */
  pick?: { step: string; take: number; pick: number };
  /** A phase whose gate should open again after the change. */
  review?: PhaseName | undefined;
}

export interface Author {
  by: string;
  at: number;
}

/** Throws `MovedOnError` when a result to be replaced is no longer valid. */
export function withChange(schedule: Schedule, change: BookChange, author: Author): Schedule {
  const seen = survey(pastReviews(schedule));
  for (const { node, base } of change.results ?? []) {
    if (seen.resultOf(node)?.output !== base) throw new MovedOnError(`${node.id} is being made again`);
  }
  let changed = schedule;
  const params = changedParams(schedule.params, change);
  if (canonicalJson(params) !== canonicalJson(schedule.params)) {
    changed = { ...changed, params, title: change.params?.title ?? changed.title };
  }
  const passed = passedGates(schedule);
  if (change.review !== undefined) passed.delete(change.review);
  for (const edit of change.results ?? []) changed = withResult(changed, edit, { author, passed });
  if (change.moved !== undefined) {
    changed = withGate(withMovedPictures(schedule, changed, change.moved), "artwork", passed);
  }
  if (change.takes !== undefined && change.takes.length > 0) {
    const takes = { ...changed.takes };
    // A take's number is that of a new version, so it is unlike all earlier ones, even after a return to an earlier take.
    for (const step of change.takes) takes[step] = currentVersion(schedule) + 1;
    changed = { ...changed, takes };
  }
  if (change.wish !== undefined) changed = withWishOf(changed, change.wish);
  if (change.choice !== undefined) changed = withChoice(changed, change.choice);
  if (change.finals !== undefined) changed = withFinals(changed, change.finals);
  if (change.prompt !== undefined) changed = withPrompt(changed, change.prompt);
  if (change.references !== undefined) changed = withReferences(changed, change.references);
  if (change.sheet !== undefined) changed = withSheet(changed, change.sheet);
  if (change.pictureEdit !== undefined) changed = withPictureEdit(changed, change.pictureEdit);
  if (change.earlier !== undefined) changed = withEarlierTake(changed, change.earlier);
  if (change.pick !== undefined) changed = withPick(changed, change.pick);
  if (changed !== schedule && change.filesOnDemand !== undefined) {
    const { filesOnDemand: _before, ...params } = changed.params;
    changed = { ...changed, params: { ...params, ...(change.filesOnDemand && { filesOnDemand: true }) } };
  }
  const isReviewed = changed !== schedule && passed.has("artwork");
  return isReviewed ? withRedrawn(changed, change) : changed;
}

function withWish(schedule: Schedule, step: string, wish: PictureWishes[string]): Schedule {
  const { [step]: _before, ...others } = schedule.pictures ?? {};
  const isThere = Object.values(wish).some((one) => one !== undefined);
  const pictures = isThere ? { ...others, [step]: wish } : others;
  const { pictures: _all, ...rest } = schedule;
  return Object.keys(pictures).length === 0 ? rest : { ...rest, pictures };
}

function withPrompt(schedule: Schedule, { step, own }: NonNullable<BookChange["prompt"]>): Schedule {
  const { prompt, ...rest } = schedule.pictures?.[step] ?? {};
  if (prompt?.id === own?.id) return schedule;
  return withWish(schedule, step, { ...rest, ...(own && { prompt: own }) });
}

function withReferences(schedule: Schedule, { step, own }: NonNullable<BookChange["references"]>): Schedule {
  const { references, ...rest } = schedule.pictures?.[step] ?? {};
  if (references?.id === own?.id) return schedule;
  return withWish(schedule, step, { ...rest, ...(own && { references: own }) });
}

function withSheet(schedule: Schedule, { step, own }: NonNullable<BookChange["sheet"]>): Schedule {
  const { own: before, ...rest } = schedule.pictures?.[step] ?? {};
  if (before?.blob === own?.blob) return schedule;
  return withWish(schedule, step, { ...rest, ...(own && { own }) });
}

/** The edit is a take of its own, so that people can return to the earlier picture, and to this one again. */
function withPictureEdit(
  schedule: Schedule,
  { node, base, edit }: NonNullable<BookChange["pictureEdit"]>,
): Schedule {
  const seen = survey(schedule);
  const from = seen.plainInputOf(node);
  if (from === undefined || seen.resultOf(node)?.output !== base) {
    throw new MovedOnError(`${node.id} is being made again`);
  }
  const take = currentVersion(schedule) + 1;
  const { edits = [], ...rest } = schedule.pictures?.[node.id] ?? {};
  // Older takes belong to versions to which nobody can return.
  const kept = [...edits, { ...edit, take, from }].slice(-KEPT_VERSIONS);
  const after = withWish(schedule, node.id, { ...rest, edits: kept });
  return { ...after, takes: { ...after.takes, [node.id]: take } };
}

/** Called after `takes` has the step's new take. */
function withChoice(schedule: Schedule, { node, count }: NonNullable<BookChange["choice"]>): Schedule {
  const from = survey(schedule).plainInputOf(node);
  const take = schedule.takes[node.id];
  if (from === undefined || take === undefined) throw new MovedOnError(`${node.id} is being made again`);
  const { choices = [], ...rest } = schedule.pictures?.[node.id] ?? {};
  return withWish(schedule, node.id, {
    ...rest,
    choices: [...choices, { take, from, count }].slice(-MOST_CHOICES),
  });
}

/** Takes of the present version stay, so that people can return to them, too. */
function withWishOf(schedule: Schedule, { step, earlier = {} }: NonNullable<BookChange["wish"]>): Schedule {
  const { prompt: _now, references: _then, edits, choices, ...rest } = schedule.pictures?.[step] ?? {};
  const bothEdits = united(edits, earlier.edits);
  const bothChoices = united(choices, earlier.choices);
  return withWish(schedule, step, {
    ...rest,
    ...(earlier.prompt && { prompt: earlier.prompt }),
    ...(earlier.references && { references: earlier.references }),
    ...(bothEdits.length > 0 && { edits: bothEdits }),
    ...(bothChoices.length > 0 && { choices: bothChoices }),
  });
}

function united<One extends { take: number }>(now: readonly One[] = [], earlier: readonly One[] = []): One[] {
  const byTake = new Map([...now, ...earlier].map((one) => [one.take, one]));
  return [...byTake.values()].toSorted((a, b) => a.take - b.take).slice(-KEPT_VERSIONS);
}

/** Throws `EditRefusedError` if that take is one picture, or made fewer pictures. */
function withPick(schedule: Schedule, { step, take, pick }: NonNullable<BookChange["pick"]>): Schedule {
  const { edits = [], choices = [], ...rest } = schedule.pictures?.[step] ?? {};
  const made = [...edits, ...choices].find((one) => one.take === take);
  if (made === undefined || pick > (made.count ?? 1)) {
    throw new EditRefusedError("not-found", "pick", `take ${take} has no picture ${pick}`);
  }
  if ((made.pick ?? 1) === pick) return schedule;
  const picked = <One extends PictureEdit | TakeChoice>(one: One): One => {
    if (one.take !== take) return one;
    const { pick: _before, ...whole } = one;
    return (pick === 1 ? whole : { ...whole, pick }) as One;
  };
  return withWish(schedule, step, {
    ...rest,
    ...(edits.length > 0 && { edits: edits.map(picked) }),
    ...(choices.length > 0 && { choices: choices.map(picked) }),
  });
}

/** Each is another take, drawn over the present picture. Other pictures do not depend on it, so they stay. */
function withFinals(schedule: Schedule, { steps, ...final }: NonNullable<BookChange["finals"]>): Schedule {
  const seen = survey(schedule);
  const take = currentVersion(schedule) + 1;
  const finals = { ...schedule.finals };
  const takes = { ...schedule.takes };
  for (const step of steps) {
    const ref = parseStepId(step);
    if (ref.of === "gate") throw new RangeError(`${step} is not a picture`);
    const node = nodeOf(ref);
    const [output, madeOf] = [seen.resultOf(node)?.output, seen.plainInputOf(node)];
    takes[step] = take;
    finals[step] = { ...final, take, ...(output && madeOf && { over: { output, madeOf } }) };
  }
  return { ...schedule, takes, finals };
}

function changedParams(before: SessionParams, change: BookChange): SessionParams {
  const { params, lettering, letterStyles, fonts } = change;
  const after = {
    ...before,
    ...(letterStyles !== undefined && { letterStyles: letterStyles ?? undefined }),
    ...(fonts !== undefined && { fonts: fonts.length === 0 ? undefined : [...fonts] }),
    ...params,
    ...lettering,
    ...inStoryLanguage(before, { ...params, ...lettering }),
  };
  if (lettering !== undefined) return after;
  // A new direction needs a new layout of the pages; and supplied words are of one language.
  if (params?.direction !== undefined) after.layoutDirection = undefined;
  if (after.language !== before.language) after.lines = undefined;
  return after;
}

/**
 * A change of language changes only the lettering: what was made in the story's language stays, above all the pictures. When the language
 * returns to the story's own, the parameters are as before.
 */
function inStoryLanguage(
  params: SessionParams,
  { language = params.language }: ParamsEdit = {},
): Pick<SessionParams, "storyLanguage"> {
  const own = storyLanguage(params);
  return { storyLanguage: language === own ? undefined : own };
}

/** Takes have the numbers of the versions that asked for them, so none is higher than the present version. */
function withEarlierTake(schedule: Schedule, { step, take }: NonNullable<BookChange["earlier"]>): Schedule {
  const latest = currentVersion(schedule);
  if (take > latest) {
    throw new EditRefusedError(
      "invalid-edit",
      "take",
      `there is no take ${take}; the latest is at most ${latest}`,
    );
  }
  const { [step]: known = 0, ...others } = schedule.takes;
  if (known === take) return schedule;
  return { ...schedule, takes: take === 0 ? others : { ...others, [step]: take } };
}

function withResult(
  schedule: Schedule,
  { node, base, result, title }: ResultEdit,
  { author, passed }: { author: Author; passed: ReadonlySet<PhaseName> },
): Schedule {
  // In this view a review that the change opens again invalidates nothing: a later result may be kept together with an earlier one that
  // changes.
  const input = currentInput(pastReviews(schedule), node.id);
  if (input === undefined) throw new MovedOnError(`what ${node.id} depends on is being made again`);
  const known = schedule.results[node.id];
  if (result.output === base && known?.input === input) return schedule;
  const own = known?.edited?.base ?? base;
  const fresh = result.output === own ? undefined : { ...author, base: own };
  const edited = result.output === base ? known?.edited : fresh;
  const results = { ...schedule.results, [node.id]: { input, ...result, ...(edited && { edited }) } };
  const changed = { ...schedule, results, title: title ?? schedule.title };
  return withGate(changed, node.ref.phase, passed);
}

/** Phases whose gates have a decision that still counts. */
export function passedGates(schedule: Schedule): Set<PhaseName> {
  const seen = survey(schedule);
  return new Set(
    reviewedPhases(schedule).filter((phase) => {
      const gate = schedule.gates[phase];
      return gate?.decision !== undefined && gate.input === seen.reviewInput(phase);
    }),
  );
}

/**
 * A person who edits a phase's result has seen it: a passed gate stays passed. Where a step of the phase has to run again, the gate opens
 * again when it is done.
 */
function withGate(schedule: Schedule, phase: PhaseName, passed: ReadonlySet<PhaseName>): Schedule {
  const gate = schedule.gates[phase];
  const input = survey(pastReviews(schedule)).phaseInput(phase);
  if (gate === undefined || input === undefined || !passed.has(phase)) return schedule;
  return { ...schedule, gates: { ...schedule.gates, [phase]: { ...gate, input } } };
}

/**
 * Sets the session to work again, whether it had ended or not; earlier flights are checked again, also by the sweep. The change gets the
 * whole time of a session, also where it comes while an earlier one is carried out.
 */
export function reopened(ended: Schedule, now: number, deadlineMs: number): Schedule {
  const schedule = withoutSweepFailures(ended);
  const epoch = schedule.epoch + 1;
  const deadlineAt = now + deadlineMs;
  if (isLive(schedule.state)) {
    return { ...schedule, epoch, deadlineAt: Math.max(schedule.deadlineAt, deadlineAt) };
  }
  const parkedSince = schedule.parkedSince && now;
  return {
    ...{ ...schedule, epoch, state: { status: "running" }, deadlineAt },
    ...(parkedSince !== undefined && { parkedSince }),
  };
}

/** The number of versions that a session keeps. */
export const KEPT_VERSIONS = 100;

/** The versions, with the one of the start. */
export function versionsOf({ versions, ownerId, createdAt }: Schedule): Version[] {
  return versions.length > 0 ? versions : [{ number: 1, what: "start", by: ownerId, at: createdAt }];
}

/** The number of the schedule's present version. */
export function currentVersion(schedule: Schedule): number {
  return versionsOf(schedule).at(-1)?.number ?? 1;
}

/** Keeps the version in `before` under its snapshot and begins the next. */
export function withVersion(
  schedule: Schedule,
  { before, snapshot }: { before: Schedule; snapshot: string },
  next: Omit<Version, "number" | "snapshot" | "complete" | "order">,
): Schedule {
  const known = versionsOf(schedule);
  const complete = before.state.status === "completed";
  const kept = known.map((version, index) =>
    index === known.length - 1 ? { ...version, snapshot, complete } : version,
  );
  const made = withOrder({ number: currentVersion(schedule) + 1, ...next }, known, schedule);
  return { ...schedule, versions: latestOf([...kept, made], KEPT_VERSIONS) };
}
