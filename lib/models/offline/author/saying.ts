// Turns an exchange of lines, with the words around it, into beats: who speaks how, and what they do meanwhile.

import type { Language } from "../../../manga/language.ts";
import { splitText } from "../../../manga/split-text.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import { SPEECH_PER_PANEL } from "../../../manga/story-pages.ts";
import { lengthOf } from "../../../manga/text-length.ts";
import type { Person } from "../closed/concept.ts";
import type { Line, Voice } from "../closed/plot.ts";
import type { Expression, Pose, Prop } from "../closed/staging.ts";
import { firstCue } from "../words/cues.ts";
import {
  type Acting,
  feltIn,
  LASTING,
  readActing,
  readEffects,
  readSounds,
  voiceOfLine,
  withoutNames,
} from "./acting.ts";
import { type Draft, type Memory, remember, weigh } from "./draft.ts";
import { type Air, airAt, expressionOfLine, feltInLine, isUncanny, listeningFace } from "./faces.ts";
import type { Lexicon } from "./lexicon.ts";
import { isCry } from "./manners.ts";
import { isAttribution, type Moment } from "./moments.ts";
import { CRIED, type Reading, type StagedScene } from "./scenes.ts";
import { isIndoors } from "./settings.ts";
import { saidOfHere, saidToHave } from "./spoken-things.ts";
import { inPlaces } from "./staying.ts";
import { isAtHome, isLarge, MOST_THINGS, readProps } from "./things.ts";
import { withHearer } from "./told-to-face.ts";

export function sayBeats({ units }: Moment, stage: StagedScene, reading: Reading, memory: Memory): Draft[] {
  const { lexicon, roll, story, speakers } = reading;
  const { scene } = stage;
  const around = units
    .filter(({ kind }) => kind !== "speech")
    .map(({ text }) => text)
    .join(story.language === "ja" ? "" : " ");
  const spoken = units.filter(({ kind }) => kind === "speech");
  const speakerOf = (unit: StoryUnit | undefined) => (unit ? (speakers.get(unit.id)?.person ?? null) : null);
  const acting = actingAround(units, speakerOf, reading);
  const lines = spoken.flatMap((unit): Line[] => {
    const speaker = speakers.get(unit.id);
    const beside = besides(units, unit, story.language);
    const voice = voiceOfLine(unit.text, beside, speaker?.person ?? null, lexicon);
    const pieces = splitText(unit.text, unit.ruby, SPEECH_PER_PANEL[story.language]);
    return pieces.map(({ text, ruby }, index) => {
      const last = index === pieces.length - 1;
      const goesOn = continuation(units, unit);
      const shown = spokenText(text, last && !goesOn, story.language);
      return {
        unit: unit.id,
        text: shown,
        ruby,
        speaker: speaker?.person?.id ?? null,
        guessed: speaker?.guessed ?? true,
        voice,
      };
    });
  });
  const talkers = [...new Set(spoken.map(speakerOf))].filter((person) => person !== null);
  const subjects = roll.mentions(around).map(({ person }) => person);
  const all = [...new Set([...talkers, ...subjects])].slice(0, 4);
  const unseen = comesLater(all, units, reading, memory);
  const afar = roll.mentions(around).filter(({ end }) => FROM_AFAR.test(around.slice(end)));
  const present = unseen
    ? memory.recent.filter((person) => memory.seen.has(person)).slice(-1)
    : all.filter((person) => !afar.some((voice) => voice.person === person));
  const known = new Set([...memory.seen, ...memory.recent]);
  remember(memory, present);
  const start = Math.max(
    0,
    stage.units.findIndex(({ id }) => id === units[0]?.id),
  );
  const before = airAt({ units: stage.units, at: start, mood: scene.mood }, lexicon);
  const air = before === "lonely" && memory.seen.size > 1 ? "neutral" : before;
  const sounds = units
    .filter(({ kind }) => kind === "narration")
    .flatMap((unit) => readSounds(unit, lexicon, memory.heard, undefined));
  const voiceOf = ({ id }: Person) => lines.find(({ speaker }) => speaker === id)?.voice;
  const people = present.map((person) => {
    const { pose, expression: shown, holds, alsoHolds } = acting.get(person) ?? {};
    if (pose && LASTING.has(pose)) memory.poses.set(person, pose);
    const own = lines.filter(({ speaker }) => speaker === person.id).map(({ text }) => text);
    const had = holds ?? saidToHave(own, lexicon);
    return {
      character: person.id,
      ...(had ? { holds: had } : {}),
      ...(alsoHolds ? { alsoHolds } : {}),
      pose: pose ?? memory.poses.get(person) ?? gestureOf(own, lexicon),
      expression: isUncanny(person, scene.mood, { isNew: !known.has(person), uncanny: memory.uncanny })
        ? "calm"
        : own.length > 0
          ? faceOf(own.join(" "), shown, { lexicon, air, voice: voiceOf(person) })
          : (shown ??
            (unseen ? STARTLED[air] : undefined) ??
            listeningFace(lines.map(({ text }) => text).join(" "), lexicon, air)),
    };
  });
  memory.last = speakerOf(spoken.at(-1)) ?? talkers.at(-1) ?? memory.last;
  const unowned = whereItCries(units, reading);
  const text = spoken.map((unit) => unit.text).join(" ");
  const base: Draft = {
    scene: scene.id,
    kind: unowned ? "narration" : "dialogue",
    units: units.map(({ id }) => id),
    people: unowned ? [] : people,
    props:
      unowned ??
      [
        ...new Set([
          ...readProps(around, lexicon, roll.mentions(around), true),
          ...readProps(saidOfHere(spoken, lexicon), lexicon, roll.mentions(text), true).filter(
            (prop) => !isLarge(prop) || (isIndoors(scene.place.kind) && isAtHome(prop, scene.place.kind)),
          ),
        ]),
      ].slice(0, MOST_THINGS),
    lines,
    caption: "",
    sounds: sounds.slice(0, 1),
    effects: readEffects(withoutNames(around, roll.mentions(around), lexicon), lexicon).slice(0, 1),
    action: around || text,
    weight: weigh(`${text} ${around}`, {
      sounds: sounds.length,
      turn: false,
      felt: lines.some(({ voice }) => voice === "shout" || voice === "cry"),
    }),
    turn: false,
    opens: false,
  };
  const posed = present.flatMap((person) => {
    const pose = people.find(({ character }) => character === person.id)?.pose;
    return pose ? [{ person, pose }] : [];
  });
  const told = withHearer(inPlaces(base, posed, memory), memory, lexicon);
  return divide(told, SPEECH_PER_PANEL[story.language]);
}

/** `said Hedda's voice in Wren's memory`: nobody is there with it. */
const FROM_AFAR = /^['’]s (?:[a-z]+ )?voice (?:in|from|over|through|on|out of)\b/u;

/** A cry that is nobody's comes out of the thing that was just spoken of: 「箱の中、見てみろよ」「にゃあ」. */
function whereItCries(
  units: readonly StoryUnit[],
  { story, lexicon, roll, speakers }: Reading,
): Prop[] | undefined {
  const [only, ...more] = units;
  if (!only || more.length > 0 || !isCry(only.text) || speakers.get(only.id)?.person) return undefined;
  const before = story.units[story.units.findIndex(({ id }) => id === only.id) - 1];
  const props = before ? readProps(before.text, lexicon, roll.mentions(before.text), true) : [];
  return props.length > 0 ? props.slice(0, 1) : undefined;
}

/** Who does what around the lines: a sentence that says how a line is uttered is about whoever utters it. */
function actingAround(
  units: readonly StoryUnit[],
  speakerOf: (unit: StoryUnit | undefined) => Person | null,
  { story, roll, lexicon }: Reading,
): Map<Person, Acting> {
  const { language } = story;
  const acting = new Map<Person, Acting>();
  const led = leading(units, { story, lexicon, roll });
  if (led) acting.set(led.person, { expression: led.expression });
  let last = speakerOf(units.find(({ kind }) => kind === "speech")) ?? undefined;
  for (const [index, unit] of units.entries()) {
    if (unit.kind === "speech") {
      last = speakerOf(unit) ?? last;
      continue;
    }
    const text = unit.text.replaceAll(CRIED, "called");
    const mentions = roll.mentions(text);
    const before = units[index - 1];
    const closes = before?.kind === "speech" && isAttribution(unit, before, language);
    const others = closes ? mentions.filter(({ person }) => person !== last) : mentions;
    for (const [person, acts] of readActing(withoutNames(text, mentions, lexicon), others, {
      last,
      leads: closes ? last : undefined,
      lexicon,
    })) {
      const earlier = acting.get(person);
      acting.set(person, {
        pose: acts.pose ?? earlier?.pose,
        holds: acts.holds ?? earlier?.holds,
        alsoHolds: acts.holds ? acts.alsoHolds : earlier?.alsoHolds,
        expression: acts.expression ?? earlier?.expression,
      });
    }
  }
  return acting;
}

/** `Wren laughed. "You are impossible!"`: whoever has just laughed in the same breath is laughing still. */
function leading(
  [first]: readonly StoryUnit[],
  { story, lexicon, roll }: Pick<Reading, "story" | "lexicon" | "roll">,
): { person: Person; expression: Expression } | undefined {
  const before = story.units[story.units.findIndex(({ id }) => id === first?.id) - 1];
  if (first?.kind !== "speech" || before?.kind !== "narration") return undefined;
  if (before.paragraph !== first.paragraph) return undefined;
  const expression = feltIn(before.text, lexicon);
  const person = roll.mentions(before.text).findLast(({ subject }) => subject)?.person;
  return person && expression && expression !== "thoughtful" ? { person, expression } : undefined;
}

/** How a voice out of nowhere is heard. */
const STARTLED: Partial<Record<Air, Expression>> = {
  neutral: "surprised",
  comic: "surprised",
  warm: "surprised",
  romantic: "surprised",
  lonely: "surprised",
};

/** A face that the words around a line give, but for loudness, which is no feeling: that the line tells itself. */
function faceOf(
  line: string,
  shown: Expression | undefined,
  { lexicon, air, voice }: { lexicon: Lexicon; air: Air; voice: Voice | undefined },
): Expression {
  if (shown !== undefined && shown !== "shout") return shown;
  const felt = feltInLine(line, lexicon);
  // What is whispered where all is not well comes hard.
  if (voice === "whisper" && felt === undefined && /^(?:tense|sad|trouble)$/u.test(air)) return "sad";
  if (shown === undefined || felt !== undefined) return expressionOfLine(line, lexicon, air);
  return air === "trouble" ? "shocked" : "shout";
}

/** A voice whose owner the next sentences show is heard before they are seen: the reader hears it with whoever is there. */
function comesLater(
  present: readonly Person[],
  units: readonly StoryUnit[],
  { story, roll }: Reading,
  { seen, recent }: Memory,
): boolean {
  const [only, ...others] = present;
  if (!only || others.length > 0 || seen.size === 0 || seen.has(only) || recent.includes(only)) return false;
  if (units.some(({ kind }) => kind !== "speech")) return false;
  const at = story.units.findIndex(({ id }) => id === units.at(-1)?.id);
  const next = story.units.slice(at + 1, at + 3).filter(({ kind }) => kind === "narration");
  return next.some(({ text }) =>
    roll.mentions(text).some(({ person, subject }) => person === only && subject),
  );
}

/** What somebody does who only speaks. */
function gestureOf(lines: readonly string[], lexicon: Lexicon): Pose {
  return firstCue(lines.join(" "), lexicon.gestures) ?? "stand";
}

/**
 * The narration that says how a line is uttered: what closes or interrupts it in its own paragraph, else what leads to it.
 * What closes the line before says how that one is uttered.
 */
function besides(units: readonly StoryUnit[], unit: StoryUnit, language: Language): string {
  const at = units.indexOf(unit);
  const [before, after] = [units[at - 1], units[at + 1]];
  const closes = (closing: StoryUnit | undefined, line: StoryUnit | undefined) =>
    closing?.kind === "narration" && line !== undefined && isAttribution(closing, line, language);
  if (after && closes(after, unit)) return after.text;
  const interrupted = units[at - 2];
  if (before?.kind !== "narration") return "";
  if (before.paragraph === unit.paragraph) return before.text;
  return interrupted?.kind === "speech" && closes(before, interrupted) ? "" : before.text;
}

/** `"That bird," said Nell, "is mine."`: the sentence goes on after the one who says it. */
function continuation(units: readonly StoryUnit[], unit: StoryUnit): boolean {
  const next = units.slice(units.indexOf(unit) + 1).find(({ kind }) => kind === "speech");
  return next?.paragraph === unit.paragraph && /^\p{Ll}/u.test(next.text);
}

/** Without the brackets of a thought, and without the comma that leads to `said Mina`. */
function spokenText(text: string, last: boolean, language: Language): string {
  const bare = text.replace(/^[（(]+(.*?)[）)]+$/u, "$1") || text;
  return language === "en" && last ? bare.replace(/,$/u, ".") : bare;
}

/** A speech too long for one beat goes on in the next, each with its own part of the words. */
function divide(beat: Draft, most: number): Draft[] {
  const parts: Line[][] = [];
  let length = 0;
  for (const line of beat.lines) {
    const own = lengthOf(line.text);
    const last = parts.at(-1);
    if (last && length + own <= most) last.push(line);
    else parts.push([line]);
    length = last && length + own <= most ? length + own : own;
  }
  if (parts.length <= 1) return [beat];
  return parts.map((lines, index) => {
    const ids = new Set(lines.map(({ unit }) => unit));
    const spokenIds = new Set(beat.lines.map(({ unit }) => unit));
    const units = beat.units.filter((id) => ids.has(id) || (index === 0 && !spokenIds.has(id)));
    return index === 0 ? { ...beat, lines, units } : { ...beat, lines, units, sounds: [], effects: [] };
  });
}
