// Verdict on the figures and speakers of a panel, compared with its sentences.
//
// Wrong: a figure is not in the labelled cast, is in `seen` of none of the sentences, or has another kind or sex than the labels (a plain human
// being for a giant is accepted); or a balloon has another speaker than the labelled one.
// Neutral: a figure is a double; the sentences have no visible person and only mention the figure, not as unreal; the sentences have visible
// people who act or speak, and none of them is in any of their panels; or a spoken balloon has no speaker. Figures that the picture marks as
// guessed are neutral, because they are seen from behind or far off.
// Right: everything else, also an empty panel if nobody acts.
import { isGuessed } from "../../../lib/manga/guesses.ts";
import type { MadePerson } from "../books/made-book.ts";
import { labelledId } from "../matched-people.ts";
import type { LabelledPerson, LabelledSentence } from "../reading-labels.ts";
import { ownerOf } from "../speaker-scores.ts";
import { kindAgrees, traitAgrees } from "./cast-scores.ts";
import type { Faults, Judging } from "./judging.ts";

export function judgeWho({ at, sentences, beside, book, matched, story }: Judging): Faults {
  const faults: Faults = [];
  const { picture, words } = at.panel;
  const seen = new Set(sentences.flatMap((one) => one.seen));
  const personOf = (id: string) => book.concept.people.find((person) => person.id === id);
  const labelledOf = (id: string) => story.labels.cast.find((one) => one.id === labelledId(matched, id));
  for (const { character } of picture.figures) {
    const [person, labelled] = [personOf(character), labelledOf(character)];
    const name = person?.name ?? character;
    if (person === undefined || labelled === undefined) faults.push(["wrong", `${name} is nobody`]);
    else if (!seen.has(labelled.id)) {
      const isSpokenOf = seen.size === 0 && isMentioned({ person, labelled }, sentences);
      faults.push([isSpokenOf ? "neutral" : "wrong", `${name} is not there`]);
    } else if (isOfOtherKind(person, labelled))
      faults.push(["wrong", `${name} is drawn as ${person.kind}, not ${labelled.kind}`]);
    else if (isOfOtherSex(person, labelled)) faults.push(["wrong", `${name} is ${person.sex}`]);
    else if (matched.doubles.has(character)) faults.push(["neutral", `${name} is a double`]);
  }
  if (isGuessed(picture, "who")) faults.splice(0, faults.length, ["neutral", "who is guessed"]);
  for (const { unit, text, kind, speaker } of words.texts) {
    const letters = unit === null ? undefined : story.letters.get(unit);
    const owner = letters && ownerOf(text, letters);
    if (kind !== "balloon" || owner?.kind !== "line" || owner.speakers.length === 0) continue;
    if (speaker === null) faults.push(["neutral", `nobody says "${text}"`]);
    else if (!owner.speakers.includes(labelledOf(speaker)?.id ?? ""))
      faults.push(["wrong", `${personOf(speaker)?.name} says "${text}"`]);
  }
  const active = sentences.flatMap(({ deeds, speakers }) => [...deeds.map(({ who }) => who), ...speakers]);
  const wanted = new Set(active.filter((who) => seen.has(who)));
  const others = beside.filter(({ panel }) => !isGuessed(panel.picture, "who"));
  const drawn = [at, ...others].flatMap(({ panel }) =>
    panel.picture.figures.map(({ character }) => labelledOf(character)?.id ?? ""),
  );
  if (wanted.size > 0 && !drawn.some((who) => wanted.has(who)))
    faults.push(["neutral", `none of ${[...wanted].join(" ")} is seen`]);
  return faults;
}

/** A character without a sex (a tree) may be drawn with either. */
const isOfOtherSex = (person: MadePerson, labelled: LabelledPerson): boolean =>
  labelled.sex !== "none" && traitAgrees("sex", person, labelled) === "wrong";

const isOfOtherKind = (person: MadePerson, labelled: LabelledPerson): boolean =>
  kindAgrees(person.kind, labelled.kind) === "wrong" &&
  !(HUMAN_SHAPE.test(person.kind) && HUMAN_SHAPE.test(labelled.kind));

/** Including personifications: a season, a wind. */
const HUMAN_SHAPE =
  /^(?:group of )?(?:human|giant|ogre|witch|wizard|fairy|god|goddess|ghost|angel|devil|dwarf|elf|spirit|season|frost|hail|snow|wind)s?$/u;

/** Mentioned by name or by a part (`cat ear`), and not as unreal. */
function isMentioned(
  { person, labelled }: { person: MadePerson; labelled: LabelledPerson },
  sentences: readonly LabelledSentence[],
): boolean {
  if (sentences.some(({ unreal }) => unreal.includes(labelled.id))) return false;
  const names = [person.name, labelled.name, ...labelled.aliases];
  return sentences.some(
    ({ text, things }) =>
      names.some((name) => text.includes(name)) ||
      things.some((thing) => thing.split(" ").includes(labelled.kind)),
  );
}
