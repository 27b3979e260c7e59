// Verdict on the deeds, postures and things of a panel, compared with its sentences.
//
// Each figure's `doing` is compared with the deeds, postures and hands of that person in the sentences, by the pose that the offline artist
// draws or by its words.
// Wrong: a figure does something that no sentence states; it stands or walks although the text has a human being lying, riding, flying,
// swimming or hanging; or a hand or the panel has something that is `unreal` in the sentences.
// Neutral: the deed is stated of the same person in the three previous sentences or the next one; it is only an attitude (a look, a thought,
// crossed arms, the speaker's held-out hand); the sentences state a visible deed (not speech, looks or thoughts) and no figure of their panels
// does it; a figure stands although the text has it sitting, kneeling, crouching, climbing, falling or running; or a hand holds something
// that no sentence has. A deed that the picture marks as guessed is neutral, because people then stand.
// Right: everything else. Standing contradicts no posture of an animal.
import { isGuessed } from "../../../lib/manga/guesses.ts";
import type { Figure } from "../../../lib/manga/storyboard.ts";
import { poseCalled } from "../../../lib/models/offline/artist/vocabulary/acting.ts";
import { headsOf } from "../../../lib/models/offline/artist/vocabulary/phrase.ts";
import { labelledId } from "../matched-people.ts";
import type { LabelledSentence } from "../reading-labels.ts";
import { meansVerb } from "../verb-meanings.ts";
import type { Faults, Judging } from "./judging.ts";
import { isSaying } from "./scripted-facts.ts";

/** Poses without a deed. */
const IDLE = new Set(["stand"]);
/** Poses of looks, moods and gestures. */
const ATTITUDES = new Set([
  ...["think", "look-up", "look-down", "look-back", "arms-crossed", "hands-on-hips", "hands-on-face"],
  ...["shrug", "point", "wave", "arms-up"],
]);
/** The director's gesture of speaking (`gestures.ts`), which is drawn as an offer. */
const OPEN_HAND = "holds out a hand";
/** Postures that standing contradicts, and those that it only omits. */
const AGAINST_STANDING = new Set(["lie", "ride", "fly", "swim", "hang"]);
const NOT_STANDING = new Set(["sit", "kneel", "crouch", "climb", "run", "fall"]);
/** Postures that are drawn as another pose. */
const POSTURE_POSES: Readonly<Record<string, readonly string[]>> = {
  lie: ["lie", "sleep"],
  sit: ["sit", "read", "write", "eat", "drink", "think", "row"],
  fly: ["jump"],
  swim: ["jump"],
  hang: ["jump", "climb", "reach"],
  walk: ["walk", "carry", "run"],
  run: ["run", "walk"],
  ride: ["ride", "sit"],
};
/** Poses of hands that hold something. */
const HANDLING = new Set(["hold", "carry", "reach", "offer"]);

const SENTENCES_BEFORE = 3;

export function judgeDeed(judging: Judging): Faults {
  const { at, sentences, beside, book, matched, story } = judging;
  const faults: Faults = [];
  const { figures, things } = at.panel.picture;
  const [first, last] = [sentences[0]?.n ?? 0, sentences.at(-1)?.n ?? 0];
  const around = story.labels.sentences.filter(({ n }) => n >= first - SENTENCES_BEFORE && n <= last + 1);
  for (const figure of figures) {
    const id = labelledId(matched, figure.character);
    const name = book.concept.people.find((person) => person.id === figure.character)?.name ?? "?";
    const isHuman = story.labels.cast.some((one) => one.id === id && /human/u.test(one.kind));
    const own = factsOf(id, sentences);
    const done = doneBy(figure);
    const isTold = isToldOf(done, own) || own.suffers.some((deed) => showsDeed(done, deed));
    const [posture = ""] = own.postures;
    if (!IDLE.has(done.pose) && !isTold) {
      const speaks = at.panel.words.texts.some(({ speaker }) => speaker === figure.character);
      const isNear =
        ATTITUDES.has(done.pose) ||
        (speaks && figure.doing === OPEN_HAND) ||
        isToldOf(done, factsOf(id, around));
      faults.push([isNear ? "neutral" : "wrong", `${name} does not ${done.doing}`]);
    } else if (!isTold && own.postures.every((one) => AGAINST_STANDING.has(one) || NOT_STANDING.has(one))) {
      const isAgainst = isHuman && own.postures.every((one) => AGAINST_STANDING.has(one));
      if (posture !== "") faults.push([isAgainst ? "wrong" : "neutral", `${name} stands, not ${posture}`]);
    }
  }
  if (isGuessed(at.panel.picture, "deed")) faults.splice(0, faults.length, ["neutral", "deeds are guessed"]);
  faults.push(...judgeThings(figures, things, sentences));
  const visible = sentences.flatMap((one) =>
    one.deeds.filter(({ who, verb }) => one.seen.includes(who) && isVisible(verb)),
  );
  const all = [at, ...beside].flatMap(({ panel: { picture } }) =>
    isGuessed(picture, "who") || isGuessed(picture, "deed") ? [] : picture.figures,
  );
  const isShown = all.some((figure) => {
    const id = labelledId(matched, figure.character);
    return visible.some((deed) => deed.who === id && showsDeed(doneBy(figure), deed));
  });
  if (visible.length > 0 && !isShown)
    faults.push(["neutral", `nobody does ${visible.map(({ who, verb }) => `${who}:${verb}`).join(" ")}`]);
  return faults;
}

interface OwnFacts {
  deeds: LabelledSentence["deeds"];
  /** Deeds of others to the person: an embraced person is drawn in an embrace. */
  suffers: LabelledSentence["deeds"];
  postures: readonly string[];
  hasInHand: boolean;
}

function factsOf(id: string | undefined, sentences: readonly LabelledSentence[]): OwnFacts {
  return {
    deeds: sentences.flatMap(({ deeds }) => deeds.filter(({ who }) => who === id)),
    suffers: sentences.flatMap(({ deeds }) => deeds.filter(({ to }) => to === id)),
    postures: sentences.flatMap((one) =>
      one.posture.flatMap(({ who, posture }) => (who === id ? posture : [])),
    ),
    hasInHand: sentences.some(({ hands }) => hands.some(({ who }) => who === id)),
  };
}

/** A figure's deed in words, and its pose. */
interface Done {
  doing: string;
  pose: string;
}

export function doneBy({ doing, posture }: Pick<Figure, "doing" | "posture">): Done {
  const pose = poseCalled(doing)?.value;
  const held = posture === undefined ? undefined : poseCalled(posture)?.value;
  const isOpen = pose === undefined || IDLE.has(pose);
  return {
    doing: posture === undefined ? doing : `${doing}, ${posture}`,
    pose: (isOpen ? held : undefined) ?? pose ?? "stand",
  };
}

const isToldOf = (done: Done, { deeds, postures, hasInHand }: OwnFacts): boolean =>
  deeds.some((deed) => showsDeed(done, deed)) ||
  postures.some((posture) => posture === done.pose || POSTURE_POSES[posture]?.includes(done.pose)) ||
  (hasInHand && HANDLING.has(done.pose));

/** `doing` contains the deed's first word, or both have the same pose. */
export function showsDeed(
  { doing, pose }: Done,
  { verb, to }: { verb: string; to?: string | undefined },
): boolean {
  const [word = ""] = verb.split(" ");
  if (` ${doing.toLowerCase()} `.includes(` ${word} `) || meansVerb(doing, word)) return true;
  const drawn = poseCalled(`${verb} ${to ?? ""}`)?.value ?? poseCalled(word)?.value;
  return drawn !== undefined && !IDLE.has(drawn) && drawn === pose;
}

const UNSEEN = new Set(
  "see hear look watch listen think know feel notice find remember wonder hope wish fear love like want try begin stop wait live be stay seem believe understand decide forget expect stare gaze glance realize".split(
    " ",
  ),
);

/** Deeds that need a pose: not those that a balloon or a standing figure shows. */
const isVisible = (verb: string): boolean => !isSaying(verb) && !UNSEEN.has(verb.split(" ")[0] ?? "");

function judgeThings(
  figures: readonly Figure[],
  things: readonly { what: string }[],
  sentences: readonly LabelledSentence[],
): Faults {
  const real = sentences.flatMap((one) => [
    ...one.things,
    ...one.hands.map(({ thing }) => thing),
    ...one.deeds.flatMap(({ to }) => to ?? []),
  ]);
  const unreal = sentences.flatMap((one) => one.unreal).filter((thing) => !isAmong(thing, real));
  const held = figures.flatMap(({ hands }) => hands.map(({ what }) => what));
  const all = [...held, ...things.map(({ what }) => what)];
  return [
    ...all.filter((what) => isAmong(what, unreal)).map((what) => ["wrong", `${what} is not real`] as const),
    ...held
      .filter((what) => !isAmong(what, real) && !isAmong(what, unreal))
      .map((what) => ["neutral", `${what} in hand is in no sentence`] as const),
  ];
}

/** Whether two things have compatible names: `lamp` and `oil lamp`, `money` and `crumpled ball of money`. */
export function isAmong(what: string, things: readonly string[]): boolean {
  const own = new Set(headsOf(what));
  return things.some((thing) => headsOf(thing).some((head) => own.has(head)));
}
