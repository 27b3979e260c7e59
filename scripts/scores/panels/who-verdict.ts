// Whether those who are drawn in a panel and speak in it are those of its sentences.
//
// It is wrong where a figure is nobody of the labelled cast, is not in `seen` of any of the sentences, is of another kind or sex than the
// cast has it (a plain human being in place of a giant passes), or where a balloon's speaker is another than the labelled one. It is neutral
// where a figure is a double, where the sentences have nobody in view and only speak of the figure without calling it unreal, where they
// have somebody who acts or speaks in view and no panel of theirs has any of them, and where a balloon that somebody says has no speaker. Else it
// is right: also an empty panel where nobody does anything. Figures of whom the picture says that they are guessed are neutral: they are seen
// from behind or far off.
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

/** What has no sex (a tree) may be drawn with either. */
const isOfOtherSex = (person: MadePerson, labelled: LabelledPerson): boolean =>
  labelled.sex !== "none" && traitAgrees("sex", person, labelled) === "wrong";

const isOfOtherKind = (person: MadePerson, labelled: LabelledPerson): boolean =>
  kindAgrees(person.kind, labelled.kind) === "wrong" &&
  !(HUMAN_SHAPE.test(person.kind) && HUMAN_SHAPE.test(labelled.kind));

/** Also what a tale makes a person of: a season, a wind. */
const HUMAN_SHAPE =
  /^(?:group of )?(?:human|giant|ogre|witch|wizard|fairy|god|goddess|ghost|angel|devil|dwarf|elf|spirit|season|frost|hail|snow|wind)s?$/u;

/** By name, or as something of theirs (`cat ear`), and not as unreal. */
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
