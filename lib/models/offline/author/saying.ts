// Turns an exchange of lines, with the words around it, into beats: who speaks how, and what they do meanwhile.
import type { Person } from "../../../manga/concept.ts";
import type { Language } from "../../../manga/language.ts";
import type { Line } from "../../../manga/plot.ts";
import type { Pose } from "../../../manga/staging.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import {
  expressionOfLine,
  LASTING,
  listeningFace,
  readActing,
  readEffects,
  readSounds,
  voiceOfLine,
} from "./acting.ts";
import { type Draft, type Memory, remember, weigh } from "./draft.ts";
import { firstCue, type Lexicon } from "./lexicon.ts";
import { isAttribution, type Moment } from "./moments.ts";
import { CRIED, type Reading, type StagedScene } from "./scenes.ts";
import { lengthOf, splitText } from "./split-text.ts";
import { readProps } from "./things.ts";

/** Longest speech of one beat: what three balloons hold. */
const SPEECH_PER_BEAT = { ja: 84, en: 42 } as const;

export function sayBeats(
  { units }: Moment,
  { scene }: StagedScene,
  reading: Reading,
  memory: Memory,
): Draft[] {
  const { lexicon, roll, story, speakers } = reading;
  const around = units
    .filter(({ kind }) => kind !== "speech")
    .map(({ text }) => text)
    .join(story.language === "ja" ? "" : " ");
  const spoken = units.filter(({ kind }) => kind === "speech");
  const speakerOf = (unit: StoryUnit | undefined) => (unit ? (speakers.get(unit.id)?.person ?? null) : null);
  const manner = around.replaceAll(CRIED, "called");
  const acting = readActing(manner, roll.mentions(manner), speakerOf(spoken[0]) ?? undefined, lexicon);
  const lines = spoken.flatMap((unit): Line[] => {
    const speaker = speakers.get(unit.id);
    const beside = besides(units, unit, story.language);
    const voice = voiceOfLine(unit.text, beside, speaker?.person ?? null, lexicon);
    const pieces = splitText(unit.text, unit.ruby, SPEECH_PER_BEAT[story.language]);
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
  const present = unseen ? memory.recent.filter((person) => memory.seen.has(person)).slice(-1) : all;
  remember(memory, present);
  const sounds = units
    .filter(({ kind }) => kind === "narration")
    .flatMap((unit) => readSounds(unit, lexicon, memory.heard, undefined));
  const people = present.map((person) => {
    const { pose, expression } = acting.get(person) ?? {};
    if (pose && LASTING.has(pose)) memory.poses.set(person, pose);
    const own = lines.filter(({ speaker }) => speaker === person.id).map(({ text }) => text);
    return {
      character: person.id,
      pose: pose ?? memory.poses.get(person) ?? gestureOf(own, lexicon),
      expression:
        expression ??
        (own.length > 0
          ? expressionOfLine(own.join(" "), lexicon, scene.mood)
          : listeningFace(lines.map(({ text }) => text).join(" "), lexicon, scene.mood)),
    };
  });
  memory.last = talkers.at(-1) ?? memory.last;
  const text = spoken.map((unit) => unit.text).join(" ");
  const base: Draft = {
    scene: scene.id,
    kind: "dialogue",
    units: units.map(({ id }) => id),
    people,
    props: [
      ...new Set([
        ...readProps(around, lexicon, roll.mentions(around), true),
        ...readProps(shownIn(spoken), lexicon, roll.mentions(text), true),
      ]),
    ].slice(0, 2),
    lines,
    caption: "",
    sounds: sounds.slice(0, 1),
    effects: readEffects(around, lexicon).slice(0, 1),
    action: around || text,
    weight: weigh(`${text} ${around}`, {
      sounds: sounds.length,
      turn: false,
      felt: lines.some(({ voice }) => voice === "shout" || voice === "cry"),
    }),
    turn: false,
    opens: false,
  };
  return divide(base, SPEECH_PER_BEAT[story.language]);
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

/** Lines that point at a thing, or give it: 「ほれ、胡椒だ」, "Take this lantern." What is only spoken of need not be there. */
const shownIn = (spoken: readonly StoryUnit[]): string =>
  spoken
    .map(({ text }) => text)
    .filter((text) => SHOWS.test(text))
    .join(" ");

const SHOWS =
  /これ|ほら|ほれ|どうぞ|あげる|持って[いお]|はい、|この|\b(?:this|these|here|take (?:it|the|my)|your (?:lantern|lamp|key|sword|rope|umbrella|hat))\b/iu;

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
