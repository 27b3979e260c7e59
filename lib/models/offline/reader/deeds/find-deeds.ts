// Finds what each sentence shows: who is present, who does what with which things, which things are visible and which sounds are audible.
// Only clauses narrated as real and now count. States (presence, posture, hands) last until the text changes them or the scene jumps.
import type { Deeds, People, ReadStory, SentenceFacts, Settings } from "../facts.ts";
import { mainClause, type Sentence } from "../text/clause.ts";
import { actingOf } from "./acting.ts";
import { type Deed, deedsOf, isReal } from "./deed.ts";
import { deedWords } from "./deed-words.ts";
import { hadBySpeaker, keepUndropped } from "./hands.ts";
import { absentIn, advance, bodyStateOf, emptyScene, leave, type Scene, updatePresence } from "./scene.ts";
import { soundsOf } from "./sounds.ts";
import { focusOf, thingsOf } from "./things.ts";

export function findDeeds(story: ReadStory, people: People, settings: Settings): Deeds {
  const words = deedWords(story.language);
  let scene = emptyScene();
  const read = story.units.map(({ unit, sentences }, unitIndex) =>
    sentences.map((sentence, sentenceIndex): SentenceFacts => {
      if (unit.kind === "heading" || unit.form === "author" || unit.form === "date") return NOTHING;
      const at = { unit: unitIndex, sentence: sentenceIndex };
      if (settings.at(at).jump) scene = emptyScene();
      const isSaid = unit.kind === "speech" || unit.form === "thought" || unit.form === "sign";
      const all = deedsOf(sentence, { people, words, at, named: scene.named });
      const [deeds, unreal] = [isSaid ? [] : all.filter(isReal), all.filter((one) => !isReal(one))];
      advance(scene, isSaid);
      const facts = factsOf(deeds, unreal, scene);
      const [had] = unit.kind === "speech" ? all.flatMap(hadBySpeaker) : [];
      if (isSaid) return { ...facts, had, sounds: [], reality: { value: "told", sure: 0.95 } };
      const sounds = soundsOf({ deeds, sentence, unit, words, people });
      if (facts === NOTHING && sounds.length + sentence.clauses.length === 0) return CLAUSELESS;
      return { ...facts, sounds, reality: realityOf(sentence) };
    }),
  );
  return { at: ({ unit, sentence }) => read[unit]?.[sentence] ?? NOTHING };
}

/** Facts of headings, of sentences outside the story, and of sentences without actions and people. All share one object, to save memory. */
const NOTHING: SentenceFacts = {
  ...{ present: [], acting: [], meanwhile: [], things: [], sounds: [] },
  reality: { value: "frame", sure: 0.95 },
};

/** The facts of words without a clause or a sound, with nobody present. */
const CLAUSELESS: SentenceFacts = { ...NOTHING, reality: { value: "state", sure: 0.5 } };

function factsOf(deeds: readonly Deed[], unreal: readonly Deed[], scene: Scene): SentenceFacts {
  if (deeds.length + unreal.length + scene.present.size === 0) return NOTHING;
  const going = updatePresence(deeds, scene);
  for (const deed of unreal) keepUndropped(deed, scene);
  const acting = actingOf(deeds, scene);
  for (const id of [...deeds, ...unreal].flatMap(absentIn)) leave(scene, id);
  const things = thingsOf(deeds, unreal);
  for (const { value } of things) scene.named.set(value.what.split(" ").at(-1) ?? "", value.what);
  const present = [...scene.present].map(([value, { sure }]) => ({ value, sure }));
  const meanwhile = present
    .filter(({ value }) => !acting.some((one) => one.value.character === value))
    .map(({ value, sure }) => ({ value: bodyStateOf(value, scene), sure }));
  for (const id of going) leave(scene, id);
  return { ...NOTHING, present, acting, meanwhile, things, focus: focusOf(deeds) };
}

/** Reality of a sentence: that of its main clause, unless another main clause is real. */
function realityOf(sentence: Sentence): SentenceFacts["reality"] {
  const main = mainClause(sentence);
  if (main === undefined) return CLAUSELESS.reality;
  const { mood, aspect } = main.predicate;
  if (mood === "comment") return { value: "frame", sure: 0.7 };
  if (isReal(main)) return { value: aspect === "state" ? "state" : "told", sure: 0.85 };
  const isOther = sentence.clauses.some((clause) => clause.rank === "main" && isReal(clause));
  return isOther ? { value: "told", sure: 0.6 } : { value: "unreal", sure: 0.8 };
}
