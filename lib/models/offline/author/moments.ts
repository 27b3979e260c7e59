// Groups a scene's units into moments: an exchange of lines with the words around it, or a few sentences of one action.

import type { Language } from "../../../manga/language.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import { EXCHANGE, TELLING } from "../../../manga/story-pages.ts";
import { lengthOf } from "../../../manga/text-length.ts";
import type { Person } from "../closed/concept.ts";
import type { Expression } from "../closed/staging.ts";
import { findCues, firstCue, occurs } from "../words/cues.ts";
import { isFound } from "./found.ts";
import { isCry } from "./manners.ts";
import { CLOSES_QUOTE, SPEAKS_JA } from "./quote-particle.ts";
import type { Reading } from "./scenes.ts";
import { ADVERB_EN, SPEECH_EN } from "./verbs-en.ts";

/** Sentences and lines that belong together. */
export interface Moment {
  kind: "say" | "tell";
  units: StoryUnit[];
}

export function groupMoments(units: readonly StoryUnit[], reading: Reading): Moment[] {
  const {
    story: { language },
    lexicon,
    roll,
    speakers,
  } = reading;
  const moments: Moment[] = [];
  for (const [index, unit] of units.entries()) {
    const last = moments.at(-1);
    const previous = units[index - 1];
    const next = units[index + 1];
    if (unit.kind === "speech") {
      const led = last?.kind === "say" && last.units.every(({ kind }) => kind !== "speech");
      const cries = isOwnless(unit) || last?.units.some(isOwnless) === true;
      if (last?.kind === "say" && !cries && (led || joins(last, unit, language))) last.units.push(unit);
      else moments.push({ kind: "say", units: [unit] });
      continue;
    }
    const closes = previous?.kind === "speech" && isAttribution(unit, previous, language);
    if (closes && last) {
      last.units.push(unit);
      continue;
    }
    const unfinished = next?.paragraph === unit.paragraph && !/[。.！!？?…]$/u.test(unit.text);
    const leads = next?.kind === "speech" && (unfinished || utters(unit, next));
    const direction = next?.label !== undefined && /^[（(].*[）)]$/u.test(unit.text);
    if (leads || direction) {
      if (last?.kind === "say" && next && joins(last, next, language)) last.units.push(unit);
      else moments.push({ kind: "say", units: [unit] });
      continue;
    }
    const subject = roll.mentions(unit.text).find((mention) => mention.subject)?.person;
    const together =
      last?.kind === "tell" &&
      !introduces(last, index, subject) &&
      !(subject === undefined && presents(next)) &&
      canJoin(last, unit, subject);
    if (together) last.units.push(unit);
    else moments.push({ kind: "tell", units: [unit] });
  }
  return moments;

  /** `Wren whispered. "Something is behind us."`: no more than how the next line is said. */
  function utters(unit: StoryUnit, next: StoryUnit): boolean {
    if (language === "ja") return onlySpeaks(unit);
    const voiced = firstCue(unit.text, lexicon.voices) !== undefined;
    return next.paragraph === unit.paragraph && voiced && SAYS.test(unit.text);
  }

  /** Nobody's voice: a cry that comes out of something. */
  function isOwnless({ id, kind, text }: StoryUnit): boolean {
    return kind === "speech" && speakers.get(id)?.person === null && isCry(text);
  }

  function isPeopled(text: string): boolean {
    return roll.mentions(text).length > 0 || isAboutLast(text, language);
  }

  /** 少年がやってきた。近所のタケルだった: says who it is that comes. */
  function presents(next: StoryUnit | undefined): boolean {
    return (
      next?.kind === "narration" &&
      /^[^。、はがも]{0,12}(?:だった|である|だ)。$/u.test(next.text) &&
      roll.mentions(next.text).some(({ subject }) => subject)
    );
  }

  /** A look at the place, and then somebody of whom more is told: they come into a picture of their own. */
  function introduces(moment: Moment, index: number, subject: Person | undefined): boolean {
    const told = moment.units.filter(({ kind }) => kind !== "heading");
    if (subject === undefined || told.length === 0) return false;
    if (told.some(({ text }) => roll.mentions(text).length > 0)) return false;
    const next = units[index + 1];
    if (next?.kind !== "narration" || occurs(next.text, lexicon.turn)) return false;
    const about = roll.mentions(next.text).find((mention) => mention.subject)?.person;
    return about === subject || (about === undefined && isAboutLast(next.text, language));
  }

  function canJoin(moment: Moment, unit: StoryUnit, subject: Person | undefined): boolean {
    const told = moment.units.filter(({ kind }) => kind !== "heading");
    if (told.length === 0) return true;
    if (unit.kind === "heading" || told.length >= 3 || occurs(unit.text, lexicon.turn)) return false;
    const before = told.map(({ text }) => text).join("");
    if (lengthOf(before) + lengthOf(unit.text) > TELLING[language]) return false;
    const earlier = roll.mentions(before).find((mention) => mention.subject)?.person;
    // What breaks a silence is a moment of its own: a cup stands on the table; the door opens.
    const breaks =
      unit.paragraph !== told.at(-1)?.paragraph &&
      roll.mentions(before).length === 0 &&
      lexicon.sounds.events.some(({ when }) => occurs(unit.text, when));
    if (breaks) return false;
    // What somebody comes upon, and a door that opens by itself, are looked at, not only told beside whoever is there.
    if (isPeopled(before) && isFound(unit.text, reading)) return false;
    // What was seen, and then the face of whoever has seen it.
    const screams =
      unit.paragraph !== told.at(-1)?.paragraph &&
      SCREAMS.has(firstCue(unit.text, lexicon.expressions) ?? "calm");
    if (screams) return false;
    const poses = findCues(before, lexicon.poses).length > 0 && findCues(unit.text, lexicon.poses).length > 0;
    const faces = [before, unit.text].map((text) => firstCue(text, lexicon.expressions));
    if (differs(faces)) return false;
    const another = subject !== undefined && earlier === undefined && isAboutLast(before, language);
    return !poses && !another && (subject === undefined || subject === earlier || earlier === undefined);
  }
}

const SCREAMS = new Set<Expression>(["terrified", "shocked"]);

/** Laughing and then crying are two moments. */
const differs = ([one, other]: readonly (Expression | undefined)[]): boolean =>
  one !== undefined && other !== undefined && one !== other;

/** 痩せた男で、笠をかぶり…: goes on about whoever was told of last, who is not the one that comes next. */
const isAboutLast = (text: string, language: Language): boolean =>
  language === "ja" ? !/(?:は|が|も)/u.test(text) : /^(?:He|She)\b/u.test(text);

/** A short sentence that says no more than that somebody speaks. */
const onlySpeaks = ({ text }: StoryUnit): boolean => text.length <= 22 && SPEAKS_JA.test(text);

/** `I asked.`, `The old man whispered.` */
const SAYS = new RegExp(
  `^(?:I|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|(?:[Tt]he |[Hh]is |[Hh]er )?[\\p{L}.]+(?: \\p{L}+)?)(?: ${ADVERB_EN})? (?:${SPEECH_EN})(?: \\p{L}+){0,3}\\.$`,
  "u",
);

export function isAttribution(unit: StoryUnit, previous: StoryUnit, language: Language): boolean {
  if (language === "ja") return CLOSES_QUOTE.test(unit.text) || onlySpeaks(unit);
  if (unit.paragraph !== previous.paragraph) return false;
  return /^\p{Ll}/u.test(unit.text) || /[,—–]$/u.test(previous.text) || SAYS.test(unit.text);
}

function joins(moment: Moment, unit: StoryUnit, language: Language): boolean {
  const spoken = moment.units.filter(({ kind }) => kind === "speech");
  const turns = new Set(spoken.map(({ paragraph }) => paragraph));
  const sameBreath = moment.units.at(-1)?.paragraph === unit.paragraph;
  if (spoken.length >= 4 || (!sameBreath && turns.size >= 2)) return false;
  const length = spoken.reduce((sum, { text }) => sum + lengthOf(text), lengthOf(unit.text));
  const most = EXCHANGE[language] * (sameBreath ? 1.5 : 1);
  return length <= most && (sameBreath || length <= most * 0.7);
}
