// Who says the lines of a talk that the text gives to nobody: all of its lines are weighed together, so that a name anywhere fixes
// the turns before it as well as those after it. People take turns; who is called answers; who acts beside a line says it.

import type { Story, StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import { ownlessLines } from "./crowd-lines.ts";
import { callsOf, worthOf } from "./line-worth.ts";
import type { Roll } from "./mentions.ts";
import { putTo } from "./put-to.ts";
import { CLOSES_QUOTE, tellsWhoSaid } from "./quote-particle.ts";
import { isOnlyCall, isToActor } from "./said-to.ts";
import { breaksIn } from "./sightings.ts";
import type { Clue, Speaker } from "./speakers.ts";
import { isPolite, type Voices } from "./voices.ts";

export interface Talk {
  story: Story;
  roll: Roll;
  people: readonly Person[];
  /** What the text around each line says of its speaker. */
  clues: ReadonlyMap<string, Clue>;
  /** Lines whose speakers the text names. */
  known: ReadonlyMap<string, Speaker>;
  /** How those talk whose lines are known. */
  voices: Voices;
}

/** A line, or in English all lines of a paragraph, which are one person's. */
interface Line {
  units: StoryUnit[];
  /** For each of the people, how well they would say it. */
  worth: number[];
  /** People whom the line calls. */
  calls: Set<number>;
  /** What lies between the line before and this one. */
  after: "nothing" | "tag" | "scenery" | "narration" | "beat" | "breath" | "break";
  /** Who acts in between, and is not only found at it: は. */
  actors: Set<number>;
  /** People whom the text has somebody turn to beside the line. */
  puts: Set<number>;
  hesitates: boolean;
  /** It is a call and nothing else: 「お姉ちゃん！」 */
  onlyCalls: boolean;
  asks: boolean;
  /** It is the next question of whoever asked before. */
  goesOn: boolean;
  thanks: boolean;
  /** It takes up the words of the line before. */
  echoes: boolean;
  polite: boolean;
}

/** Who speaks where, and who spoke in the line before; -1 before the first line. */
interface State {
  worth: number;
  /** The speaker two lines before, by which the best way to this pair came. */
  from: number;
}

/** A separator, or this much narration, ends a talk. */
const PAUSE = 9;

/** Who says the lines of a talk that the text gives to nobody, and how well all of it goes together. */
export interface Weighed {
  speakers: Map<string, Person | null>;
  worth: number;
}

export function weighTalk(talk: Talk): Weighed {
  const { people } = talk;
  const found = new Map<string, Person | null>();
  if (people.length === 0) return { speakers: found, worth: 0 };
  const lines = linesOf(talk);
  const tables: State[][][] = [];
  const count = people.length;
  for (const [at, line] of lines.entries()) {
    const table: State[][] = [];
    for (let before = -1; before < (at === 0 ? 0 : count); before += 1) {
      const row: State[] = [];
      for (let speaker = 0; speaker < count; speaker += 1) {
        const own = line.worth[speaker] ?? 0;
        row.push(
          at === 0 || before < 0
            ? { worth: before < 0 && at === 0 ? own : Number.NEGATIVE_INFINITY, from: -1 }
            : best(tables[at - 1] ?? [], { lines, at, before, speaker, own }),
        );
      }
      table.push(row);
    }
    tables.push(table);
  }
  const { speakers, worth } = trace(tables);
  for (const [at, speaker] of speakers.entries()) {
    for (const { id } of lines[at]?.units ?? [])
      if (!talk.known.has(id)) found.set(id, people[speaker] ?? null);
  }
  return { speakers: found, worth };
}

interface Step {
  lines: readonly Line[];
  at: number;
  before: number;
  speaker: number;
  own: number;
}

/** The best way to a pair of speakers, over everybody who may have spoken before them. */
function best(earlier: readonly (readonly State[])[], step: Step): State {
  let state: State = { worth: Number.NEGATIVE_INFINITY, from: -1 };
  for (const [row, states] of earlier.entries()) {
    const known = states[step.before];
    if (!known || known.worth === Number.NEGATIVE_INFINITY) continue;
    const worth = known.worth + step.own + turnWorth(step, row - 1);
    if (worth > state.worth) state = { worth, from: row - 1 };
  }
  return state;
}

/** What it costs to speak on, and what it gives to answer whom one answered before, by what lies between. */
const SAME = { nothing: -11, tag: -3, scenery: 0, narration: -2, beat: -4 } as const;
const BACK = { nothing: 2.2, tag: 1, scenery: 0, narration: 0.9, beat: 1.2 } as const;

/** How well a speaker follows another, who followed a third. */
function turnWorth({ lines, at, before, speaker }: Step, third: number): number {
  const line = lines[at];
  const previous = lines[at - 1];
  if (!line || !previous || line.after === "break") return 0;
  const same = speaker === before;
  if (line.after === "breath") return same ? 3 : 0;
  let worth = same ? SAME[line.after] : 0;
  // 「もちろん」 / 千代は顔を上げた。 / 「和夫？」: whoever acts in between speaks on.
  if (same && line.actors.has(speaker)) worth += 1.2;
  if (same && previous.hesitates) worth += 9;
  if (same && previous.onlyCalls && line.after === "narration") worth += 5;
  // 「また？」 / 佳奈は火を止めた。 / 「またって言わないで」: of the other one.
  if (same && line.echoes) worth -= 6;
  // Who has asked waits for an answer.
  if (same && previous.asks && line.after === "scenery") worth -= 1.2;
  if (same && line.polite && previous.polite && line.after !== "nothing")
    worth += line.after === "tag" ? 2 : 1;
  if (!same && speaker === third && previous.after !== "break" && previous.after !== "breath")
    worth += Math.min(BACK[line.after], BACK[previous.after]);
  if (previous.calls.has(speaker) && !line.goesOn) worth += line.after === "nothing" ? 4 : 2;
  // Whoever was turned to is asked, and answers.
  if (!same && line.after === "nothing" && previous.asks && previous.puts.has(speaker)) worth += 3;
  if (!same && line.thanks && previous.puts.has(speaker)) worth += 3;
  // "And what did you say?": whoever asked before asks on.
  if (!same && speaker === third && line.goesOn && previous.after === "nothing") worth += 2;
  return worth;
}

/** The best speakers, from the last line back to the first, and what they are worth. */
function trace(tables: readonly (readonly (readonly State[])[])[]): { speakers: number[]; worth: number } {
  const last = tables.at(-1);
  let [before, speaker, worth] = [-1, 0, Number.NEGATIVE_INFINITY];
  for (const [row, states] of (last ?? []).entries())
    for (const [column, state] of states.entries())
      if (state.worth > worth) [before, speaker, worth] = [row - 1, column, state.worth];
  const speakers: number[] = [];
  const total = worth;
  for (let at = tables.length - 1; at >= 0; at -= 1) {
    speakers.unshift(speaker);
    const from = tables[at]?.[before + 1]?.[speaker]?.from ?? -1;
    [speaker, before] = [before, from];
  }
  return { speakers, worth: total };
}

const ASKS = /[?？]$/u;

/** A word that only asks to be heard is followed by what its speaker wants to say. */
const HESITATION = /^(?:あの|ねえ|おい|なあ|えっと|その|あのさ)[、…。]*$/u;

/** What whoever has been given something, or been hit, says. */
const THANKS = /^…*(?:痛|いて[っえ]|いたっ|ありがと|いただきます|恩に|かたじけ|すまない|すみません|Thank)/iu;

/** What opens the next question of whoever asked before. */
const GOES_ON =
  /^(?:(?:And|But|So|Then)\b,? (?:what|who|where|when|why|how|did|do|does|is|was|are|were|have|has|you|will)\b|(?:それで|で|じゃあ|それから)、).*[?？]$/u;

function linesOf(talk: Talk): Line[] {
  const { story, people, roll } = talk;
  const lines: Line[] = [];
  let last = -1;
  const worth = worthOf(talk);
  const ownless = ownlessLines(story, people, roll);
  const breaks = breaksIn(story).filter(({ weight }) => weight > 4);
  for (const [index, unit] of story.units.entries()) {
    if (unit.kind !== "speech" || ownless.has(unit.id)) continue;
    const before = story.units[last];
    const previous = lines.at(-1);
    if (story.language === "en" && previous && before?.paragraph === unit.paragraph) {
      const own = worth(unit, index);
      previous.units.push(unit);
      previous.worth = previous.worth.map((one, at) => one + (own[at] ?? 0));
      for (const called of callsOf(unit, people, roll)) previous.calls.add(called);
      for (const one of putTo(story.units, index, roll)) previous.puts.add(people.indexOf(one));
      previous.asks = ASKS.test(unit.text);
      last = index;
      continue;
    }
    const told = tellsWhoSaid(story.units, last + 1) ? story.units[last + 1]?.paragraph : undefined;
    const gap = story.units
      .slice(last + 1, index)
      .filter((one) => one.paragraph !== told && !isTag(one, before) && !ownless.has(one.id));
    const calls = callsOf(unit, people, roll);
    const { not } = talk.clues.get(unit.id) ?? {};
    if (not && not.kind !== "creature" && isToActor(unit.text)) calls.add(people.indexOf(not));
    lines.push({
      units: [unit],
      worth: worth(unit, index),
      calls,
      after:
        !before || gap.length > PAUSE || breaks.some((one) => one.index > last && one.index <= index)
          ? "break"
          : before.paragraph === unit.paragraph
            ? "breath"
            : gap.length === 0
              ? story.units[index - 1]?.kind === "narration" && story.language === "ja"
                ? "tag"
                : "nothing"
              : gap.some(({ text }) => roll.mentions(text).length > 0)
                ? story.language === "en" && gap.every(({ paragraph }) => paragraph === unit.paragraph)
                  ? "beat"
                  : "narration"
                : "scenery",
      actors: new Set(
        gap.flatMap(({ text }) =>
          roll
            .mentions(text)
            .flatMap((one) => (one.subject && text[one.end] !== "が" ? [people.indexOf(one.person)] : [])),
        ),
      ),
      puts: new Set(putTo(story.units, index, roll).map((one) => people.indexOf(one))),
      hesitates: HESITATION.test(unit.text),
      onlyCalls: story.language === "ja" && calls.size > 0 && isOnlyCall(unit.text),
      asks: ASKS.test(unit.text),
      goesOn: GOES_ON.test(unit.text),
      thanks: THANKS.test(unit.text),
      echoes: before !== undefined && isEcho(before.text, unit.text),
      polite: isPolite(unit.text),
    });
    last = index;
  }
  return lines;
}

/** たぶんとは何だ, またって言わないで, うそじゃない: what the line before has said. */
function isEcho(said: string, line: string): boolean {
  const [, word = ""] = /^([^。、！？…]{2,8}?)(?:って|とは|じゃな|なんか|だと)/u.exec(line) ?? [];
  return word.length >= 2 && said.includes(word);
}

/** What only tells of the line before that somebody said it, in its own paragraph or as 「…」とミナは言った. */
const isTag = ({ paragraph, text }: StoryUnit, line: StoryUnit | undefined): boolean =>
  line !== undefined &&
  (paragraph === line.paragraph || (paragraph === line.paragraph + 1 && CLOSES_QUOTE.test(text)));
