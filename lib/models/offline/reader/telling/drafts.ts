// Makes beats of moments: who and what is seen, of what kind the moment is and how much it matters; and the silent beats between them.
import type { Guess } from "../../../../manga/staging.ts";
import { type Draft, silentDraft } from "./draft.ts";
import { seenIn } from "./figures.ts";
import type { Moment, Telling } from "./moment.ts";
import { isIdle, isSure, type StoryFacts } from "./story-facts.ts";

const MOST_GUESSES = 5;

export function draftsOf(moments: readonly Moment[], telling: Telling): Draft[] {
  const drafts: Draft[] = [];
  let looked: string | undefined;
  for (const [at, moment] of moments.entries()) {
    const draft = draftOf(moment, telling, { isFirst: at === 0, before: drafts.at(-1) });
    const place = moment.staged.place?.id;
    const isKnown = place !== undefined && !draft.guessed?.includes("place");
    const isSeen = draft.lines.length === 0 && draft.figures.length === 0;
    // A scene that begins with somebody begins with a look at its place, where that is known and was not seen just before.
    if (moment.opens && isKnown && !isSeen && place !== looked)
      drafts.push(...lookBefore(draft, moment, at === 0));
    else drafts.push(draft);
    if (isKnown) looked = place;
  }
  return drafts;
}

function lookBefore({ chapter, ...draft }: Draft, moment: Moment, isFirst: boolean): Draft[] {
  const isHeading = (id: string) => moment.headings.includes(id);
  const look: Draft = {
    ...silentDraft(draft.scene),
    ...{ kind: "establish", weight: isFirst ? 3 : 2, opens: true },
    units: draft.units.filter(isHeading),
    ...(chapter === undefined ? {} : { chapter }),
    ...(draft.guessed === undefined ? {} : { guessed: draft.guessed.filter((guess) => guess === "hour") }),
    ...stays(moment),
  };
  return [look, { ...draft, units: draft.units.filter((id) => !isHeading(id)), opens: false }];
}

const stays = ({ staged: { ground, light } }: Moment) => ({
  ...(ground === undefined ? {} : { ground }),
  ...(light === undefined ? {} : { light }),
});

function draftOf(
  moment: Moment,
  { facts, drawable }: Telling,
  { isFirst, before }: { isFirst: boolean; before: Draft | undefined },
): Draft {
  const { staged, units, lines, captions, claims, chapter } = moment;
  const seen = seenIn(moment.parts, lines, { facts, drawable });
  // One who merely is there is not shown again and again.
  const figures =
    lines.length === 0 && seen.isOfNobody && isSameLook(seen.figures, before, staged.scene)
      ? []
      : seen.figures;
  const sounds = [...moment.sounds, ...seen.sounds].filter(
    ({ text }, at, all) => all.findIndex((one) => one.text === text) === at,
  );
  const unsure = moment.parts.some(({ at }) => {
    const speaker = facts.speakers.of(at.unit)?.speaker;
    return speaker !== undefined && speaker.value !== null && !isSure(speaker);
  });
  const guessed: Guess[] = [...staged.guessed, ...seen.guessed, ...(unsure ? (["speaker"] as const) : [])];
  const draft: Draft = {
    ...{ scene: staged.scene, kind: "narration", units, figures, lines, captions, sounds },
    ...{ claims, things: seen.things, effects: [], action: "", weight: 2, opens: moment.opens },
    ...(seen.around.length > 0 && { around: seen.around }),
    ...(chapter !== undefined && { chapter }),
    ...(seen.focus !== undefined && { focus: seen.focus }),
    ...(guessed.length > 0 && { guessed: guessed.slice(0, MOST_GUESSES) }),
    ...stays(moment),
  };
  const kind = kindOf(draft, moment);
  return { ...draft, kind, action: actionOf(moment, facts), weight: weightOf({ ...draft, kind }, isFirst) };
}

const isSameLook = (figures: Draft["figures"], before: Draft | undefined, scene: string): boolean =>
  before?.scene === scene &&
  figures.every(({ character }) => before.figures.some((one) => one.character === character));

/** The narration that the moment tells, in the text's own words. */
function actionOf({ parts }: Moment, { story }: StoryFacts): string {
  const units = new Set(parts.map(({ at }) => story.units[at.unit]?.unit));
  return [...units].flatMap((unit) => (unit?.kind === "narration" ? [unit.text] : [])).join(" ");
}

function kindOf({ lines, figures }: Draft, { captions }: Moment): Draft["kind"] {
  if (lines.length > 0) return "dialogue";
  if (!figures.every(isIdle)) return "action";
  if (figures.some(({ feeling }) => feeling !== "calm")) return "reaction";
  return captions.length === 0 ? "silence" : "narration";
}

const LOUD: ReadonlySet<string> = new Set(["shout", "cry"]);
const isLoud = ({ lines }: Pick<Draft, "lines">): boolean => lines.some(({ voice }) => LOUD.has(voice));

function weightOf({ kind, figures, lines, sounds, effects }: Draft, isFirst: boolean): number {
  const felt = figures.some(({ feeling }) => feeling !== "calm");
  const weight =
    (isFirst ? 3 : 2) +
    (kind === "action" ? 0.4 : 0) +
    (felt ? 0.6 : 0) +
    (isLoud({ lines }) ? 0.6 : 0) +
    (sounds.length > 0 ? 0.5 : 0) +
    effects.length * 0.3;
  return Math.max(1, Math.min(4, Math.round(weight)));
}

/** A longer book has two peaks. */
const BEATS_OF_TWO_PEAKS = 60;
const FEWEST_BEATS = 4;

/** The strongest beat becomes the peak. Late beats win, since stories rise; the last beat is never small. */
export function emphasized(drafts: readonly Draft[]): Draft[] {
  if (drafts.length < FEWEST_BEATS) return [...drafts];
  const worth = (draft: Draft, index: number) => {
    const at = index / (drafts.length - 1);
    const rise = at < 0.35 ? -0.8 : at > 0.4 && at < 0.96 ? 0.6 + at * 0.6 : 0;
    const empty = draft.figures.length === 0 && draft.things.length === 0 ? 1 : 0;
    const guessed = draft.guessed?.length ?? 0;
    return (
      draft.weight + rise + (isLoud(draft) ? 0.5 : 0) + draft.sounds.length * 0.3 - empty - guessed * 0.4
    );
  };
  const peaks = drafts
    .flatMap((draft, index) => (draft.units.length > 0 ? [{ index, worth: worth(draft, index) }] : []))
    .toSorted((a, b) => b.worth - a.worth || b.index - a.index)
    .slice(0, drafts.length > BEATS_OF_TWO_PEAKS ? 2 : 1)
    .map(({ index }) => index);
  const last = drafts.length - 1;
  return drafts.map((draft, index) => {
    if (peaks.includes(index)) return { ...draft, weight: 5 };
    return index === last ? { ...draft, weight: Math.max(draft.weight, 3) } : draft;
  });
}
