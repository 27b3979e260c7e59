// Judges each panel of a book against the labels of the sentences that it tells: right, neutral or wrong, by who is drawn, where it is and
// what they do. What is written in a balloon or caption does not count, only what is drawn and who speaks.
//
// - Sentences of a panel: those that own letters of its units, without frame and headings. A silent panel is judged by the panel before
//   it. A panel of nothing but frame and headings is not judged.
// - WHO is wrong where a figure is nobody of the labelled cast, is not in `seen` of any of the sentences, is a human being where the cast
//   has none or the other way round, or where a balloon's speaker is another than the labelled one. It is neutral where a figure is a
//   double or of the wrong sex, where the sentences have somebody who acts or speaks in view and the panel has none of them, and where a
//   balloon that somebody says has no speaker. Else it is right: also an empty panel where nobody is seen or nobody does anything.
// - WHERE is `placeVerdict`. The hour is scored apart from panels.
// - DEED: each figure's `doing` is compared with the deeds, postures and hands of that person in the sentences, as the pose that the
//   offline artist draws for it, or by its words. It is wrong where a figure does something (any pose but standing) that none of them tells,
//   where it stands or walks though the text has the person lying, riding, flying, swimming or fallen, where it runs, lies or climbs
//   against a told posture, or where it holds, or the panel shows, what the sentences have as `unreal`. It is neutral where the sentences
//   tell a deed that a picture can show (not speech, looks or thoughts) and no figure does it, where a figure stands though the text has
//   it sitting, kneeling or crouching, and where a hand holds what no sentence has. Else it is right.
// - The panel is wrong where one of the three is wrong, right where all are right or the text does not tell the place, else neutral.
import { poseCalled } from "../../lib/models/offline/artist/vocabulary/acting.ts";
import { singularsOf } from "../../lib/models/offline/noun-kinds.ts";
import { kindAgrees, traitAgrees } from "./cast-scores.ts";
import type { AlignedLetters, LabelledStory } from "./labelled-story.ts";
import { type MadeBook, type PagedPanel, panelsOf } from "./made-book.ts";
import type { MatchedPeople } from "./matched-people.ts";
import type { LabelledSentence } from "./reading-labels.ts";
import { isSaying } from "./scripted-facts.ts";
import { hourVerdict, placeVerdict, type Verdict, worst } from "./setting-scores.ts";
import { ownerOf } from "./speaker-scores.ts";

export const ASPECTS = ["who", "where", "deed"] as const;
export type Aspect = (typeof ASPECTS)[number];

export interface JudgedPanel extends Record<Aspect, Verdict> {
  at: PagedPanel;
  sentences: readonly LabelledSentence[];
  hour: Verdict;
  whole: Verdict;
  /** Why an aspect is not right. */
  reasons: readonly string[];
}

export interface JudgedStory extends Pick<LabelledStory, "labels" | "sentences"> {
  letters: ReadonlyMap<string, AlignedLetters>;
}

/** Panels of headings alone are left out. */
export function judgePanels(book: MadeBook, matched: MatchedPeople, story: JudgedStory): JudgedPanel[] {
  return panelsOf(book).flatMap((at) => {
    const sentences = [...new Set(at.units.flatMap((unit) => story.sentences.get(unit) ?? []))].filter(
      ({ kind }) => kind !== "frame" && kind !== "heading",
    );
    return sentences.length === 0 ? [] : [judgePanel({ at, sentences, book, matched, story })];
  });
}

interface Judging {
  at: PagedPanel;
  sentences: readonly LabelledSentence[];
  book: MadeBook;
  matched: MatchedPeople;
  story: JudgedStory;
}

function judgePanel(judging: Judging): JudgedPanel {
  const { at, sentences, book, story } = judging;
  const { picture } = at.panel;
  const told = new Set(sentences.flatMap(({ place }) => place ?? []));
  const place = book.plot.places.find(({ id }) => id === picture.place);
  const where = placeVerdict(
    place,
    story.labels.places.filter(({ id }) => told.has(id)),
  );
  const [who, deed] = [judgeWho(judging), judgeDeed(judging)];
  const reasons = [
    ...who.reasons,
    ...deed.reasons,
    ...(where === "right" ? [] : [`where ${where}: ${place?.kind} for ${[...told].join(" ")}`]),
  ];
  const verdicts = [who.verdict, deed.verdict, ...(told.size === 0 ? [] : [where])];
  return {
    ...{ at, sentences, where, reasons },
    ...{ who: who.verdict, deed: deed.verdict },
    hour: hourVerdict(
      picture.hour,
      sentences.flatMap(({ hour }) => hour ?? []),
    ),
    whole: worst(verdicts),
  };
}

interface Judged {
  verdict: Verdict;
  reasons: string[];
}

function judged(found: readonly (readonly [Verdict, string])[]): Judged {
  return {
    verdict: worst(found.map(([verdict]) => verdict)),
    reasons: found.map(([verdict, reason]) => `${verdict}: ${reason}`),
  };
}

function judgeWho({ at, sentences, book, matched, story }: Judging): Judged {
  const found: [Verdict, string][] = [];
  const { picture, words } = at.panel;
  const seen = new Set(sentences.flatMap((one) => one.seen));
  const labelOf = (id: string) => matched.labelOf.get(id) ?? matched.doubles.get(id);
  for (const { character } of picture.figures) {
    const person = book.concept.people.find(({ id }) => id === character);
    const labelled = story.labels.cast.find(({ id }) => id === labelOf(character));
    const name = person?.name ?? character;
    if (person === undefined || labelled === undefined) found.push(["wrong", `${name} is nobody`]);
    else if (!seen.has(labelled.id)) found.push(["wrong", `${name} is not there`]);
    else if (isOfOtherNature(person.kind, labelled.kind))
      found.push(["wrong", `${name} is drawn as ${person.kind}, not ${labelled.kind}`]);
    else if (traitAgrees("sex", person, labelled) === "wrong")
      found.push(["neutral", `${name} is ${person.sex}`]);
    else if (matched.doubles.has(character)) found.push(["neutral", `${name} is a double`]);
  }
  for (const { unit, text, kind, speaker } of words.texts) {
    const letters = unit === null ? undefined : story.letters.get(unit);
    const owner = letters && ownerOf(text, letters);
    if (kind !== "balloon" || owner?.kind !== "line" || owner.speakers.length === 0) continue;
    if (speaker === null) found.push(["neutral", `nobody says "${text}"`]);
    else if (!owner.speakers.includes(labelOf(speaker) ?? ""))
      found.push(["wrong", `${speaker} says "${text}" of ${owner.speakers.join(" ")}`]);
  }
  const active = sentences.flatMap(({ deeds, speakers }) => [...deeds.map(({ who }) => who), ...speakers]);
  const wanted = active.filter((who) => seen.has(who));
  const drawn = new Set(picture.figures.map(({ character }) => labelOf(character)));
  if (wanted.length > 0 && !wanted.some((who) => drawn.has(who)))
    found.push(["neutral", `none of ${[...new Set(wanted)].join(" ")} is seen`]);
  return judged(found);
}

const isOfOtherNature = (own: string, labelled: string): boolean =>
  (own === "human") !== (labelled.replace(/^group of /u, "").replace(/s$/u, "") === "human") &&
  kindAgrees(own, labelled) === "wrong";

/** Poses by which somebody is merely there. */
const IDLE = new Set(["stand"]);
/** Postures that standing contradicts, and those that it only passes over. */
const AGAINST_STANDING = new Set(["lie", "ride", "fly", "swim", "fall", "hang"]);
const NOT_STANDING = new Set(["sit", "kneel", "crouch", "climb", "run"]);
/** Postures that are drawn as a pose of another name. */
const POSTURE_POSES: Readonly<Record<string, readonly string[]>> = {
  lie: ["lie", "sleep"],
  sit: ["sit", "read", "write", "eat", "drink", "think", "row"],
  fly: ["jump", "fly"],
  swim: ["jump", "swim"],
  hang: ["jump", "climb", "reach"],
  walk: ["walk", "carry", "run"],
  run: ["run", "walk"],
  ride: ["ride", "sit"],
};

function judgeDeed({ at, sentences, book, matched }: Judging): Judged {
  const found: [Verdict, string][] = [];
  const { figures, things } = at.panel.picture;
  const real = new Set(
    sentences.flatMap((one) => [
      ...one.things,
      ...one.hands.map(({ thing }) => thing),
      ...one.deeds.flatMap(({ to, verb }) => [to ?? "", ...verb.split(" ")]),
    ]),
  );
  const unreal = sentences.flatMap((one) => one.unreal).filter((word) => !hasThing(real, word));
  let isShown = false;
  for (const figure of figures) {
    const id = matched.labelOf.get(figure.character) ?? matched.doubles.get(figure.character);
    const name = book.concept.people.find((person) => person.id === figure.character)?.name ?? "?";
    const own = factsOf(id, sentences);
    const doing = `${figure.doing} ${figure.posture ?? ""}`;
    const pose = poseOf(figure.doing, figure.posture);
    const isDone = own.deeds.some(({ verb, to }) => showsDeed({ doing, pose }, `${verb} ${to ?? ""}`));
    const isHeld = own.hands.length > 0 && ["hold", "carry", "reach", "offer"].includes(pose);
    const isHow = own.postures.some((posture) => posture === pose || POSTURE_POSES[posture]?.includes(pose));
    isShown ||= own.deeds.some(
      (deed) => !isUnseen(deed.verb) && showsDeed({ doing, pose }, `${deed.verb} ${deed.to ?? ""}`),
    );
    if (!IDLE.has(pose) && !isDone && !isHow && !isHeld) found.push(["wrong", `${name} does not ${doing}`]);
    else if (!isDone && !isHow && own.postures.length > 0) {
      const [posture = ""] = own.postures;
      if (own.postures.every((one) => AGAINST_STANDING.has(one)))
        found.push(["wrong", `${name} does not stand, but ${posture}`]);
      else if (own.postures.every((one) => NOT_STANDING.has(one) || AGAINST_STANDING.has(one)))
        found.push(["neutral", `${name} stands, not ${posture}`]);
    }
    for (const { what } of figure.hands) {
      if (hasThing(new Set(unreal), what)) found.push(["wrong", `${what} in hand is not real`]);
      else if (!hasThing(real, what)) found.push(["neutral", `${what} in hand is told nowhere`]);
    }
  }
  for (const { what } of things)
    if (hasThing(new Set(unreal), what) && !hasThing(real, what))
      found.push(["wrong", `${what} is not real`]);
  const visible = sentences.flatMap((one) =>
    one.deeds.filter(({ who, verb }) => one.seen.includes(who) && !isUnseen(verb)),
  );
  if (visible.length > 0 && !isShown)
    found.push(["neutral", `nobody does ${visible.map(({ who, verb }) => `${who}:${verb}`).join(" ")}`]);
  return judged(found);
}

function factsOf(id: string | undefined, sentences: readonly LabelledSentence[]) {
  return {
    deeds: sentences.flatMap(({ deeds }) => deeds.filter(({ who }) => who === id)),
    postures: sentences.flatMap(({ posture }) =>
      posture.filter(({ who }) => who === id).map((one) => one.posture as string),
    ),
    hands: sentences.flatMap(({ hands }) => hands.filter(({ who }) => who === id)),
  };
}

const poseOf = (doing: string, posture: string | undefined): string => {
  const done = poseCalled(doing)?.value;
  const held = posture === undefined ? undefined : poseCalled(posture)?.value;
  return done === undefined || (done === "stand" && held !== undefined) ? (held ?? done ?? "stand") : done;
};

/** The deed's first word is in what they do, or both are drawn alike. */
export function showsDeed({ doing, pose }: { doing: string; pose: string }, deed: string): boolean {
  const [verb = ""] = deed.split(" ");
  if (` ${doing.toLowerCase()} `.includes(` ${verb} `)) return true;
  const drawn = poseCalled(deed)?.value ?? poseCalled(verb)?.value;
  return drawn !== undefined && !IDLE.has(drawn) && drawn === pose;
}

const UNSEEN = new Set(
  "see hear look watch listen think know feel notice find remember wonder hope wish fear love like want try begin stop wait live be stay seem believe understand decide forget expect stare gaze glance".split(
    " ",
  ),
);
/** Deeds that a balloon or a standing figure shows as well as anything. */
const isUnseen = (verb: string): boolean => isSaying(verb) || UNSEEN.has(verb.split(" ")[0] ?? "");

/** One has the other's head: `lamp` of `oil lamp`, in the singular. */
function hasThing(things: ReadonlySet<string>, what: string): boolean {
  const heads = (text: string) => {
    const [phrase = ""] = text.toLowerCase().split(/ (?:of|in|on|with|for|over|under) /u);
    const last = phrase.split(/[ -]/u).at(-1) ?? "";
    return new Set([phrase, last, ...singularsOf(last)]);
  };
  const own = heads(what);
  return [...things].some((thing) => thing !== "" && [...heads(thing)].some((head) => own.has(head)));
}
