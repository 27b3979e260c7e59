// What each sentence of a story shows: who is there, who does what with what in the hands, which things are seen and which sounds heard.
// Only clauses that the text tells as real and now count; what holds (who is there, posture, hands) goes on until the text changes it or
// the scene jumps.
import type { Deeds, People, ReadStory, SentenceFacts, SentencePlace, Settings, Sure } from "../facts.ts";
import { type Clause, mainClause, type Sentence } from "../text/clause.ts";
import { actingOf, doneIn, feelingsOf, heldBy } from "./acting.ts";
import { embody } from "./bodies.ts";
import { type Deed, deedsOf, isReal, type Reading } from "./deed.ts";
import { deedWords } from "./deed-words.ts";
import { focusOf } from "./focus.ts";
import { hadBySpeaker, handle, holdOn } from "./hands.ts";
import { comeAndGo, missing } from "./presence.ts";
import { emptyScene, leave, moveOn, nameThing, passOn, type Scene } from "./scene.ts";
import { soundsOf } from "./sounds.ts";
import { thingsOf } from "./things.ts";

/** How sure it is that somebody who does not act is still seen when the scene goes to another place. */
const LEFT_BEHIND = 0.45;

export function findDeeds(story: ReadStory, people: People, settings: Settings): Deeds {
  const words = deedWords(story.language);
  const names = new Map(people.people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id);
  let scene = emptyScene();
  let place: string | undefined;
  const read = story.units.map(({ unit, sentences }, unitIndex) =>
    sentences.map((sentence, sentenceIndex): SentenceFacts | undefined => {
      const at = { unit: unitIndex, sentence: sentenceIndex };
      if (unit.kind === "heading" || unit.form === "author" || unit.form === "date") return undefined;
      const setting = settings.at(at);
      if (setting.jump) scene = emptyScene();
      const isSaid = unit.kind === "speech" || unit.form === "thought" || unit.form === "sign";
      const reading = { people, words, at };
      const deeds = isSaid ? [] : deedsOf(sentence, { ...reading, named: scene.named });
      passOn(scene, isSaid);
      if (setting.place.value !== place && place !== undefined)
        moveOn(scene, new Set(deeds.flatMap(({ agents }) => agents)), LEFT_BEHIND);
      place = setting.place.value;
      const facts = factsOf(deeds, { ...reading, scene, sentence });
      const had = unit.kind === "speech" ? hadBySpeaker(sentence, words) : undefined;
      if (isSaid)
        return { ...facts, ...(had !== undefined && { had }), reality: { value: "told", sure: 0.95 } };
      const isOfPeople = people.mentions(at).length > 0;
      return { ...facts, sounds: soundsOf({ deeds, sentence, unit, words, isOfPeople, nameOf }) };
    }),
  );
  return { at: (at) => read[at.unit]?.[at.sentence] ?? { ...NOTHING, ...at } };
}

function factsOf(
  deeds: readonly Deed[],
  { scene, sentence, ...reading }: Reading & { scene: Scene; sentence: Sentence },
): SentenceFacts {
  const going = comeAndGo(deeds, scene);
  const felt = feelingsOf(deeds);
  holdOn(sentence, { ...reading, scene });
  const done = deeds.flatMap((deed) => {
    embody(deed, scene);
    return doneIn(deed, { scene, felt, held: handle(deed, scene) });
  });
  for (const id of missing(sentence, reading)) leave(scene, id);
  const things = thingsOf(deeds, sentence, reading);
  for (const { value } of things) nameThing(scene, value.what);
  const acting = actingOf(done);
  const active = new Set(acting.map(({ value }) => value.character));
  const present: Sure<string>[] = [...scene.present].map(([value, { sure }]) => ({ value, sure }));
  const meanwhile = present
    .filter(({ value }) => !active.has(value))
    .map(({ value, sure }) => ({ value: heldBy(value, scene, felt.get(value)), sure }));
  const focus = focusOf(deeds, reading);
  for (const id of going) leave(scene, id);
  return {
    ...{ ...reading.at, present, acting, meanwhile, things },
    ...{ sounds: [], reality: realityOf(sentence) },
    ...(focus && { focus }),
  };
}

/** Of a heading, or of a sentence that is none of the story. */
const NOTHING: Omit<SentenceFacts, keyof SentencePlace> = {
  ...{ present: [], acting: [], meanwhile: [], things: [], sounds: [] },
  reality: { value: "frame", sure: 0.95 },
};

/** What the sentence as a whole is: its main clause, or what else of it really happens. */
function realityOf(sentence: Sentence): SentenceFacts["reality"] {
  const main = mainClause(sentence);
  if (main === undefined) return { value: "state", sure: 0.5 };
  const { mood, polarity, aspect } = main.predicate;
  const real = ({ predicate }: Clause) => isReal({ predicate });
  if (mood === "comment") return { value: "frame", sure: 0.7 };
  if (!real(main)) {
    const other = sentence.clauses.some((clause) => clause.rank === "main" && real(clause));
    if (other) return { value: "told", sure: 0.6 };
    return { value: "unreal", sure: polarity === "negative" ? 0.7 : 0.8 };
  }
  return { value: aspect === "state" ? "state" : "told", sure: 0.85 };
}
