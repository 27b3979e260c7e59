// Turns a scene's sentences and lines into moments that a panel can show: who does what, what is said, what is heard.
import type { Person } from "../../../manga/concept.ts";
import type { Language } from "../../../manga/language.ts";
import type { Beat, Line } from "../../../manga/plot.ts";
import type { Pose } from "../../../manga/staging.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import {
  expressionOfLine,
  expressionOfMood,
  LASTING,
  mergeSounds,
  readActing,
  readEffects,
  readProps,
  readSounds,
  restingFace,
  voiceOfLine,
} from "./acting.ts";
import { captionLimit, cutCaption } from "./captions.ts";
import { findCues, firstCue, type Lexicon, occurs } from "./lexicon.ts";
import type { Mention } from "./mentions.ts";
import { groupMoments, type Moment } from "./moments.ts";
import type { Reading, StagedScene } from "./scenes.ts";
import { lengthOf, splitText } from "./split-text.ts";

/** A beat before it has a number, with what paging needs to know. */
export interface Draft extends Omit<Beat, "id"> {
  /** Something turns here: a page may end before it. */
  turn: boolean;
  /** First of its scene. */
  opens: boolean;
}

/** Longest speech of one beat: what three balloons hold. */
const SPEECH_PER_BEAT = { ja: 84, en: 42 } as const;
/** What carries over from one beat to the next. */
interface Memory {
  poses: Map<Person, Pose>;
  heard: Set<string>;
  last: Person | undefined;
  /** The two people seen last. */
  recent: Person[];
}

export function draftBeats(reading: Reading, staged: readonly StagedScene[]): Draft[] {
  const drafts: Draft[] = [];
  let recent: Person[] = [];
  for (const stage of staged) {
    const memory: Memory = { poses: new Map(), heard: new Set(), last: undefined, recent };
    const moments = groupMoments(stage.units, reading);
    const own = moments.flatMap((moment) => draft(moment, stage, reading, memory));
    recent = memory.recent;
    const first = own[0];
    if (first) own.splice(0, 1, ...opening(first, stage));
    drafts.push(...own);
  }
  return drafts;
}

/** A scene that moves begins with a look at the place. */
function opening(first: Draft, { scene, moved }: StagedScene): Draft[] {
  if (!moved || scene.place.kind === "abstract") return [{ ...first, opens: true }];
  if (first.kind !== "dialogue" && first.weight < 4) {
    return [{ ...first, kind: "establish", weight: Math.max(first.weight, 3), opens: true }];
  }
  const look: Draft = {
    ...first,
    kind: "establish",
    units: [],
    lines: [],
    people: [],
    props: [],
    caption: "",
    sounds: [],
    effects: [],
    action: scene.place.name,
    weight: 2,
    turn: false,
    opens: true,
  };
  return [look, { ...first, opens: false }];
}

function draft(moment: Moment, stage: StagedScene, reading: Reading, memory: Memory): Draft[] {
  return moment.kind === "say"
    ? sayBeats(moment, stage, reading, memory)
    : [tellBeat(moment, stage, reading, memory)];
}

function tellBeat({ units }: Moment, { scene }: StagedScene, reading: Reading, memory: Memory): Draft {
  const { lexicon, roll, story } = reading;
  const told = units.filter(({ kind }) => kind === "narration");
  const text = told.map((unit) => unit.text).join(story.language === "ja" ? "" : " ");
  const mentions = roll.mentions(text);
  const subject = mentions.find((mention) => mention.subject)?.person;
  const last = /^it\b/iu.test(text) && memory.last?.kind === "human" ? undefined : memory.last;
  const continued = subject ?? (continues(text, story.language) ? last : undefined);
  const acting = readActing(text, mentions, continued, lexicon);
  const together = occurs(text, TOGETHER) ? memory.recent : [];
  const named = new Set([...acting.keys(), ...mentions.map(({ person }) => person), ...together]);
  const present = [...named].filter((person) => !isAbsent(person, text, mentions, lexicon)).slice(0, 4);
  remember(memory, present);
  const people = present.map((person) => {
    const { pose, expression } = acting.get(person) ?? {};
    const held = pose ?? memory.poses.get(person) ?? "stand";
    if (pose) memory.poses.set(person, pose);
    if (pose && !LASTING.has(pose)) memory.poses.delete(person);
    return {
      character: person.id,
      pose: held,
      expression: expression ?? (EFFORT.has(held) ? "determined" : restingFace(scene.mood)),
    };
  });
  if (subject) memory.last = subject;
  const posed = [...acting.values()].some(({ pose }) => pose !== undefined);
  const felt = [...acting.values()].some(({ expression }) => expression !== undefined);
  const sounds = mergeSounds(told.flatMap((unit) => readSounds(unit, lexicon, memory.heard)));
  const turn = told.some((unit) => occurs(unit.text, lexicon.turn));
  return {
    scene: scene.id,
    kind: present.length === 0 ? "narration" : !posed && felt ? "reaction" : "action",
    units: units.map(({ id }) => id),
    people,
    props: readProps(text, lexicon, mentions),
    lines: [],
    caption: captionOf(told, posed, reading),
    sounds,
    effects: readEffects(text, lexicon),
    action: text || units.map((unit) => unit.text).join(" "),
    weight: weigh(text, { sounds: sounds.length, turn, felt }),
    turn,
    opens: false,
  };
}

/** Several people act as one: we, they, ふたりは, 僕たちは. */
const TOGETHER = /\b(?:we|they both|together)\b|(?:たち|ふたり|二人)(?:は|が|で)/iu;

function remember(memory: Memory, people: readonly Person[]): void {
  const earlier = memory.recent.filter((person) => !people.includes(person));
  memory.recent = [...earlier, ...people].slice(-2);
}

/** ある朝、漁師は来なかった: a name is no presence. */
function isAbsent(person: Person, text: string, mentions: readonly Mention[], lexicon: Lexicon): boolean {
  const mention = mentions.findLast((one) => one.person === person && one.subject);
  const clause = mention && /^[^。！？.!?]*/u.exec(text.slice(mention.end))?.[0];
  return clause !== undefined && occurs(clause, lexicon.absent);
}

/** A sentence without a subject of its own goes on about the last one. */
function continues(text: string, language: Language): boolean {
  if (language === "en")
    return /^(?:(?:Then|But|And|So|Slowly|Quickly|Gently),? )?(?:he|she|they|it)\b/iu.test(text);
  return /^(?:彼女?|それ)は/u.test(text) || !/[\p{Script=Han}\p{Script=Katakana}ー](?:は|が|も)/u.test(text);
}

/** What the picture cannot say: whatever is more than one person's plain act. */
function captionOf(
  told: readonly StoryUnit[],
  posed: boolean,
  { lexicon, story: { language }, roll }: Reading,
): string {
  const plain = (text: string) =>
    posed &&
    lengthOf(text) <= (language === "ja" ? 22 : 11) &&
    !occurs(text, lexicon.unseen) &&
    (roll.mentions(text).length > 0 || findCues(text, lexicon.poses).length > 0);
  const needed = told
    .filter(({ text }) => !plain(text) && /[\p{L}\p{N}]/u.test(text))
    .map(({ text }) => text);
  const whole = needed.join(language === "ja" ? "" : " ");
  if (lengthOf(whole) <= captionLimit(language)) return whole;
  return cutCaption(needed.at(-1) ?? "", language);
}

function sayBeats({ units }: Moment, { scene }: StagedScene, reading: Reading, memory: Memory): Draft[] {
  const { lexicon, roll, story, speakers } = reading;
  const around = units
    .filter(({ kind }) => kind !== "speech")
    .map(({ text }) => text)
    .join(story.language === "ja" ? "" : " ");
  const spoken = units.filter(({ kind }) => kind === "speech");
  const speakerOf = (unit: StoryUnit | undefined) => (unit ? (speakers.get(unit.id)?.person ?? null) : null);
  const acting = readActing(around, roll.mentions(around), speakerOf(spoken[0]) ?? undefined, lexicon);
  const lines = spoken.flatMap((unit): Line[] => {
    const speaker = speakers.get(unit.id);
    const beside = besides(units, unit);
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
  const present = [...new Set([...talkers, ...subjects])].slice(0, 4);
  remember(memory, present);
  const sounds = units
    .filter(({ kind }) => kind === "narration")
    .flatMap((unit) => readSounds(unit, lexicon, memory.heard));
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
          : expressionOfMood(scene.mood)),
    };
  });
  memory.last = talkers.at(-1) ?? memory.last;
  const text = spoken.map((unit) => unit.text).join(" ");
  const whole = `${around} ${text}`;
  const base: Draft = {
    scene: scene.id,
    kind: "dialogue",
    units: units.map(({ id }) => id),
    people,
    props: readProps(whole, lexicon, roll.mentions(whole)).slice(0, 2),
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

/** Poses that nobody takes with an idle face. */
const EFFORT = new Set<Pose>(["run", "fight", "throw", "climb", "push", "row"]);

/** What somebody does who only speaks. */
function gestureOf(lines: readonly string[], lexicon: Lexicon): Pose {
  return firstCue(lines.join(" "), lexicon.gestures) ?? "stand";
}

/** The narration next to a line, which says how it is uttered. */
function besides(units: readonly StoryUnit[], unit: StoryUnit): string {
  const at = units.indexOf(unit);
  const near = [units[at - 1], units[at + 1]].filter((other) => other?.kind === "narration");
  return near.map((other) => other?.text ?? "").join(" ");
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

function weigh(
  text: string,
  { sounds, turn, felt }: { sounds: number; turn: boolean; felt: boolean },
): number {
  const marks = text.match(/[！!]/gu)?.length ?? 0;
  const weight =
    2 +
    (turn ? 1 : 0) +
    (felt ? 0.6 : 0) +
    Math.min(1, marks * 0.4) +
    (sounds > 0 ? 0.5 : 0) -
    (lengthOf(text) < 8 ? 0.4 : 0);
  return Math.max(1, Math.min(4, Math.round(weight)));
}
