// Reads who speaks in English: `said Mina`, `Mina said`, what somebody does in the same paragraph, and the sentence before.

import type { StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import { calledIn } from "./manners.ts";
import { comesWhenCalled, isStart, isToActor } from "./said-to.ts";
import { SLEEPS } from "./sightings.ts";
import { type Around, type Clue, type Pronoun, type Speaker, suitsPronoun } from "./speakers.ts";
import { ADVERB_EN, SPEECH_EN } from "./verbs-en.ts";

const VERB_FIRST = new RegExp(
  `^,? ?(?:${ADVERB_EN} )?(?:${SPEECH_EN})(?: (?:the|a|an|his|her|my|their|our))?(?: [a-z]+){0,2} ?$`,
  "u",
);
const VERB_PRONOUN = new RegExp(
  `^,? ?(?:${SPEECH_EN}) (he|she|it)\\b|^,? ?(he|she|it)(?: ${ADVERB_EN})? (?:${SPEECH_EN})\\b`,
  "iu",
);
const VERB_NEXT = new RegExp(`^(?: [a-z]+){0,3} (?:${SPEECH_EN})\\b|^,? ?(?:${SPEECH_EN})\\b`, "u");
const ENDS_WITH_SAYING = new RegExp(`\\b(?:${SPEECH_EN})\\b[^.!?]*[,:]?$`, "u");
const ANIMAL = new Set<Person["kind"]>(["cat", "dog", "bird"]);

export function readEnglish(around: Around, speakers: ReadonlyMap<string, Speaker>): Clue {
  return (
    after(around, speakers) ??
    leading(around) ??
    sameParagraph(around, speakers) ??
    sentenceBefore(around, speakers) ??
    {}
  );
}

/** `"…," said Mina`, `"…," Mina said`, `"…," she said`. */
function after(
  { story, index, unit, roll }: Around,
  speakers: ReadonlyMap<string, Speaker>,
): Clue | undefined {
  const next = story.units[index + 1];
  if (next?.kind !== "narration" || next.paragraph !== unit.paragraph) return undefined;
  const clause = next.text;
  const voice = VOICE.test(clause) ? ownerOf(story.units.slice(index + 2, index + 5), roll) : undefined;
  if (voice) return { person: voice };
  const known = THE_VOICE.test(clause) ? heardBefore(story.units.slice(0, index), roll) : undefined;
  if (known) return { person: known };
  for (const { person, at, end } of roll.mentions(clause)) {
    const lead = clause.slice(0, at);
    if (VERB_FIRST.test(lead)) return { person };
    if (
      /^,? ?(?:(?:the|a|an|his|her|my|their|our) (?:[a-z]+ )?)?$/iu.test(lead) &&
      VERB_NEXT.test(clause.slice(end))
    )
      return { person };
    break;
  }
  const pronoun = VERB_PRONOUN.exec(clause);
  if (!pronoun) return undefined;
  const gender = genderOf(pronoun[1] ?? pronoun[2] ?? "");
  const on = GOES_ON.test(clause) ? lastSpeaker(story.units.slice(0, index), speakers) : undefined;
  if (on && suitsPronoun(on, gender)) return { person: on };
  const opened = story.units
    .slice(0, index)
    .findLast((other) => other.paragraph === unit.paragraph && other.kind === "narration");
  const subject = opened ? subjectOf(opened, roll)?.person : undefined;
  return subject && (suitsPronoun(subject, gender) || (gender !== "it" && subject.gender === "unknown"))
    ? { person: subject }
    : { pronoun: gender, likely: actorBefore(story.units, index, gender, roll) };
}

/** `Jory wiped the glass. Otto struck a match. He struck another.` / `"…," he said`: who did something last in the paragraph before. */
function actorBefore(
  units: readonly StoryUnit[],
  index: number,
  pronoun: Pronoun,
  roll: Around["roll"],
): Person | undefined {
  const paragraph = units[index]?.paragraph ?? 0;
  const told = units.slice(Math.max(0, index - 12), index).filter((one) => one.paragraph === paragraph - 1);
  return told.some(({ kind }) => kind !== "narration") ? undefined : lastOf(told, pronoun, roll);
}

/** `"I forget." / "You go through the forest," she said then`: whoever spoke last goes on. */
const GOES_ON =
  /^[^.!?]{0,24}\b(?:(?:said|says) (?:he |she )?then|went on|goes on|added|adds|continued|continues)\b/u;

/** `said a small voice. / It belonged to Mila`: whose a voice turns out to be. */
const VOICE = new RegExp(
  `^,? ?(?:${SPEECH_EN}|came) (?:(?:a|an|another) (?:[a-z]+,? ){0,3}voice|somebody|someone)\\b`,
  "u",
);
const OWNS_VOICE = /^(?:It|The voice) (?:was|belonged to|came from)\b/u;

/** `hissed the voice in her ear`: whose that was when it was heard first. */
const THE_VOICE = new RegExp(`^,? ?(?:${SPEECH_EN}) the (?:[a-z]+ )?voice\\b`, "u");

function heardBefore(units: readonly StoryUnit[], roll: Around["roll"]): Person | undefined {
  const at = units.findLastIndex(({ kind, text }) => kind === "narration" && VOICE.test(text));
  return at < 0 ? undefined : ownerOf(units.slice(at + 1, at + 4), roll);
}

const ownerOf = (after: readonly StoryUnit[], roll: Around["roll"]): Person | undefined => {
  const told = after.find(({ kind, text }) => kind === "narration" && OWNS_VOICE.test(text));
  return told && roll.mentions(told.text).at(-1)?.person;
};

const genderOf = (pronoun: string): Pronoun =>
  /^s/iu.test(pronoun) ? "female" : /^h/iu.test(pronoun) ? "male" : "it";

/** `Mina said, "…"`, `Mina turned round and shouted: "…"`. */
function leading({ story, index, unit, roll }: Around): Clue | undefined {
  const previous = story.units[index - 1];
  if (previous?.kind !== "narration" || unit.paragraph - previous.paragraph > 1) return undefined;
  const opens =
    /[,:]$/u.test(previous.text) ||
    (!/[.!?…]$/u.test(previous.text) && previous.paragraph === unit.paragraph);
  if (!opens || (previous.paragraph !== unit.paragraph && !ENDS_WITH_SAYING.test(previous.text)))
    return undefined;
  return subjectOf(previous, roll);
}

function subjectOf(narration: StoryUnit, roll: Around["roll"]): Clue | undefined {
  const mentions = roll.mentions(narration.text);
  const subject =
    mentions.find((mention) => mention.subject) ??
    (mentions.length === 1 && (mentions[0]?.at ?? 99) <= 8 ? mentions[0] : undefined);
  const pronoun =
    /(?:^|[,;] (?:and |but |then )?|^(?:Then|But|And|So) |^(?:At|In|On|By|Behind|From|Under|Near|Outside|Inside|For|After) [^,.;]{0,36} )(he|she)\b/iu.exec(
      narration.text,
    );
  if (subject && (!pronoun || subject.at <= pronoun.index)) return { person: subject.person };
  return pronoun?.[1] ? { pronoun: genderOf(pronoun[1]) } : undefined;
}

/** One paragraph is one person's: an earlier line of it, or what somebody does in it. */
function sameParagraph(
  { story, index, unit, roll }: Around,
  speakers: ReadonlyMap<string, Speaker>,
): Clue | undefined {
  for (let at = index - 1; story.units[at]?.paragraph === unit.paragraph; at -= 1) {
    const earlier = story.units[at];
    const speaker = earlier?.kind === "speech" ? speakers.get(earlier.id) : undefined;
    if (speaker?.person && !speaker.guessed) return { person: speaker.person };
  }
  const previous = story.units[index - 1];
  const next = story.units[index + 1];
  const earlier = story.units
    .slice(Math.max(0, index - 5), Math.max(0, index - 1))
    .filter((other) => other.paragraph === unit.paragraph && other.kind === "narration")
    .toReversed();
  for (const beside of [previous, ...earlier, next]) {
    if (beside?.kind !== "narration" || beside.paragraph !== unit.paragraph) continue;
    const clue = subjectOf(beside, roll);
    if (clue && !(clue.person && ANIMAL.has(clue.person.kind) && beside === next)) return clue;
  }
  const later = story.units.slice(index + 1, index + 8).filter((other) => other.paragraph === unit.paragraph);
  for (const [offset, other] of later.entries()) {
    if (other.kind !== "speech") continue;
    return after({ story, index: index + 1 + offset, unit: other, roll, people: [] }, speakers);
  }
  return undefined;
}

const FOUND =
  /^(?:At|In|On|By|Near|Under|Behind|Beside|Before|Across|Inside|Outside|There) [^.]*\b(?:sat|stood|lay|knelt|waited|was|were) (?:an?|the|another) (?:[a-z]+ ){0,2}$/u;

/** `"Dev. Sit down." He sat down.`: whoever does as they are told is told more. */
const BIDS =
  /(?:^|[,.!] )(?:Sit|Come|Look|Stop|Wait|Listen|Stand|Give|Put|Take|Open|Close|Turn|Hold|Let go|Get)\b[^.!?]*[.!]?$/u;
const OBEYS = 24;

const GIVES = /\b(?:gave|handed|passed|offered|brought|held out|lent|slid|pushed)\b/u;
const THANKS =
  /^(?:Thank you|Thanks|Cheers|Bless you|You(?:['’]re| are) (?:an? [a-z]+|(?:very|too|so) kind)\b)/u;

/** Whoever keeps silent is spoken to. */
const SILENT =
  /\bwithout (?:saying (?:anything|a word)|a word|answering|speaking)\b|\b(?:said nothing|(?:did|does) not (?:say anything|answer|reply|speak)|(?:didn|doesn)['’]t (?:say anything|answer|reply|speak|take it|move|turn|smile|blink))\b/u;

/** `They all looked at Oz.` */
const LOOKED_AT =
  /^(?:They|Everybody|Everyone|All of them|The others)(?: all| both)? (?:looked|stared|turned|waited|look|stare|turn)(?:ed)? (?:at|to|for) (?:\p{Lu}|him\b|her\b(?! [a-z]))/u;

/** `Judge Malloy rubbed her eyes. It was already hot.`: the last who did something, where the last sentence tells of nobody. */
function earlierInParagraph(
  units: readonly StoryUnit[],
  index: number,
  roll: Around["roll"],
): Clue | undefined {
  const paragraph = units[index - 1]?.paragraph;
  const told = units.slice(Math.max(0, index - 5), index - 1).filter((unit) => unit.paragraph === paragraph);
  if (roll.mentions(units[index - 1]?.text ?? "").length > 0) return undefined;
  const clue = told.map((unit) => subjectOf(unit, roll)).findLast((one) => one !== undefined);
  const meant = clue?.pronoun
    ? lastOf(units.slice(Math.max(0, index - 10), index), clue.pronoun, roll)
    : undefined;
  const likely = clue?.person ?? meant;
  return likely && { likely };
}

/** The last who did something and may be called so. */
const lastOf = (units: readonly StoryUnit[], pronoun: Pronoun, roll: Around["roll"]): Person | undefined =>
  units
    .filter(({ kind }) => kind === "narration")
    .flatMap(({ text }) => roll.mentions(text))
    .findLast(({ person, subject }) => subject && suitsPronoun(person, pronoun))?.person;

/** Whoever has just said something that everybody looks up at. */
const lastSpeaker = (
  units: readonly StoryUnit[],
  speakers: ReadonlyMap<string, Speaker>,
): Person | undefined => {
  const last = units.findLast(({ kind }) => kind === "speech");
  return (last && speakers.get(last.id)?.person) ?? undefined;
};

/** A paragraph of narration right before the line whose last sentence has one person doing something. */
function sentenceBefore(
  { story, index, unit, roll }: Around,
  speakers: ReadonlyMap<string, Speaker>,
): Clue | undefined {
  const previous = story.units[index - 1];
  if (previous?.kind !== "narration" || previous.paragraph !== unit.paragraph - 1) return undefined;
  if (story.units.some((other) => other.paragraph === previous.paragraph && other.kind === "speech"))
    return undefined;
  if (SLEEPS.test(previous.text)) return undefined;
  const toActor = isToActor(unit.text) && !isStart(previous.text);
  const speakerOf = ({ id }: StoryUnit) => speakers.get(id)?.person ?? undefined;
  const told = subjectOf(previous, roll);
  const meant =
    told?.pronoun && lastOf(story.units.slice(Math.max(0, index - 10), index), told.pronoun, roll);
  if (told && SILENT.test(previous.text)) return { not: told.person ?? meant };
  // `He had been an electrician.` / "Grandpa, can you mend a motor?"
  if (meant && calledIn(unit, roll).includes(meant)) return { not: meant };
  const looked = LOOKED_AT.test(previous.text)
    ? (roll.mentions(previous.text).at(-1)?.person ?? lastSpeaker(story.units.slice(0, index), speakers))
    : undefined;
  if (looked) return { likely: looked };
  const named = roll.mentions(previous.text).at(-1)?.person;
  if (told?.person && GIVES.test(previous.text) && THANKS.test(unit.text)) return { not: told.person };
  if (!told?.person && named && toActor) return { not: named };
  if (!told?.person) {
    // `A boy shot out. He had the bag.` "Thief!"
    const earlier = earlierInParagraph(story.units, index, roll);
    if (earlier?.likely && toActor) {
      const last = story.units.slice(0, index).findLast((one) => one.kind === "speech");
      const likely = last && speakerOf(last);
      return { not: earlier.likely, likely: likely === earlier.likely ? undefined : likely };
    }
    if (!told) return earlier;
  }
  const subject = roll.mentions(previous.text).find((mention) => mention.person === told?.person);
  const before = story.units.slice(0, index - 1).findLast((one) => one.kind === "speech");
  const called = before && before.paragraph === previous.paragraph - 1 ? calledIn(before, roll) : [];
  const bidden = called.filter((one) => one === told.person || one.gender === told.pronoun);
  if (before && bidden[0] && BIDS.test(before.text) && previous.text.length < OBEYS)
    return { not: bidden[0], likely: speakerOf(before) };
  if (told?.person && (toActor || comesWhenCalled(before, previous, called, subject)))
    return {
      not: told.person,
      likely: before && called.includes(told.person) ? speakerOf(before) : undefined,
    };
  // `By the pond stood a girl.`: who is found so may be asked as well as ask.
  if (told?.person && subject && FOUND.test(previous.text.slice(0, subject.at)))
    return { likely: told.person };
  const clue = told && { ...told, acts: true };
  if (clue?.person && ANIMAL.has(clue.person.kind)) {
    const talks = [...speakers.values()].some(({ person, guessed }) => person === clue.person && !guessed);
    return talks ? clue : undefined;
  }
  return clue;
}
