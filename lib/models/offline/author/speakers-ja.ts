// Reads who speaks in Japanese: X「…」, 「…」とXが…, and the sentence before the line.

import type { StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import { deedAfter } from "./beats-beside.ts";
import { calledIn, contradicts, sounds } from "./manners.ts";
import type { Mention } from "./mentions.ts";
import { entersAfter, isShown, revealed } from "./newcomers-ja.ts";
import { CLOSES_QUOTE, isUttering, SPEAKS_JA, tellsWhoSaid } from "./quote-particle.ts";
import {
  comesWhenCalled,
  isInvited,
  isLasting,
  isOfComer,
  isStartled,
  isToActor,
  takesWhat,
  turnOf,
} from "./said-to.ts";
import { LEAVES } from "./sightings.ts";
import type { Around, Clue, Speaker } from "./speakers.ts";
import { isJoint, mainSubject } from "./subjects-ja.ts";

const PASSIVE =
  /^(?:と|って)[^。]*?(?:言われ|いわれ|聞かれ|訊かれ|尋ねられ|呼ばれ|呼び止められ|頼まれ|叫ばれ|怒鳴られ)/u;
const THEN_ANOTHER =
  /^(?:と|って)(?:言う|いう|叫ぶ|聞く|訊く|尋ねる|答える|呼ぶ|言った(?:とき|途端|瞬間)|いった(?:とき|途端))と?(?=、)/u;
/** What is called out to somebody who is about to do something. */
const HALTS = /^(?:待[てち]|やめ|危な|よせ|行くな|だめだ?[！!])/u;
/** 老人の頬を、涙が流れた: who is seen in part is who speaks next. */
const BODY = /^の(?:頬|目|瞳|手|顔|肩|唇|口もと|額|背中|指|まぶた|表情)/u;
/** 桐山が腕組みをして立っていた: who is found so, not who does something. */
const STANDS = /^が[^。]*(?:[てで](?:い|あ)(?:た|る)|(?:が|に)(?:い|あっ)た)。$|^がいた。$/u;
/** 振り向くと、戸口にお蝶が立っていた: what somebody sees. */
const SIGHT = /[くるむうすつぐぶ]と、|そこに|目の前/u;
/** 女の子が座りこんでいた: whoever is there already when somebody comes. */
const FOUND = /が[^。]*[てで]いた。$/u;
/** What somebody is found at, rather than does. */
const STATE = /[てで]い(?:た|る)。$/u;
/** Whoever is found looking at those who come has waited to speak. */
const WATCHES = /こちら|こっち|うかが|[私俺僕]を|ぼくを|見つめ|見上げ|待って/u;
/** 竜はそう言って歯を見せた: of the line before. */
const SAID_SO = /^[はがも]、?そう(?:言|いっ|答え|つぶや|呟|叫|告げ|返)/u;
const PRONOUN = /(彼女|彼)(?:は|が|も)/u;
const ANIMAL = new Set<Person["kind"]>(["cat", "dog", "bird"]);

export function readJapanese(around: Around, speakers: ReadonlyMap<string, Speaker>): Clue {
  return after(around) ?? revealed(around) ?? asked(around) ?? before(around, speakers) ?? {};
}

/** 「…」とXが言った, 「…」とXの声, also in a new paragraph when it begins with と; 「…」Xは笑った in the same paragraph. */
function after({ story, index, unit, roll }: Around): Clue | undefined {
  const next = story.units[index + 1];
  if (next?.kind !== "narration" || next.paragraph > unit.paragraph + 1) return undefined;
  const mentions = roll.mentions(next.text);
  const subject = mentions.find((mention) => mention.subject);
  if (subject && SAID_SO.test(next.text.slice(subject.end))) return { person: subject.person };
  if (tellsWhoSaid(story.units, index + 1)) {
    const teller = mentions.find(({ end }) => /^(?:が|の[^。、]{0,4}声)/u.test(next.text.slice(end)));
    if (teller) return { person: teller.person };
  }
  if (!CLOSES_QUOTE.test(next.text)) {
    return next.paragraph === unit.paragraph && subject && !ANIMAL.has(subject.person.kind)
      ? { person: subject.person }
      : undefined;
  }
  if (PASSIVE.test(next.text)) {
    const by = mentions.find(({ end }) => /^に/u.test(next.text.slice(end)));
    return by ? { person: by.person } : { not: subject?.person };
  }
  if (THEN_ANOTHER.test(next.text)) {
    const previous = story.units[index - 1];
    const led = leadingSubject(previous, unit, roll.mentions(previous?.text ?? ""));
    return led ? { person: led } : { not: subject?.person };
  }
  const voice = mentions.find(({ end }) => /^の(?:声|口|叫び|返事|言葉)/u.test(next.text.slice(end)));
  const named = subject ?? voice;
  if (named) return { person: named.person };
  const pronoun = PRONOUN.exec(next.text)?.[1];
  return pronoun ? { pronoun: pronoun === "彼女" ? "female" : "male" } : undefined;
}

/** ミナは「…」: an unfinished sentence right before the line. */
function leadingSubject(
  previous: StoryUnit | undefined,
  unit: StoryUnit,
  mentions: readonly Mention[],
): Person | undefined {
  if (previous?.kind !== "narration" || previous.paragraph !== unit.paragraph || isFinished(previous.text))
    return undefined;
  return mentions.findLast(({ subject }) => subject)?.person ?? lastBare(previous.text, mentions);
}

const lastBare = (text: string, mentions: readonly Mention[]): Person | undefined =>
  mentions.find(({ end }) => /^[、：:]?\s*$/u.test(text.slice(end)))?.person;

const isFinished = (text: string): boolean => /[。！？!?…]$/u.test(text);

function before(around: Around, speakers: ReadonlyMap<string, Speaker>): Clue | undefined {
  const { story, index, unit, roll } = around;
  const previous = story.units[index - 1];
  if (previous?.kind !== "narration") return undefined;
  const mentions = roll.mentions(previous.text);
  const leading = leadingSubject(previous, unit, mentions);
  if (leading) return { person: leading };
  if (previous.paragraph < unit.paragraph - 1) return undefined;
  if (endsTag(story.units, index)) return undefined;
  const knocks = sameParagraph(around, previous, true).find(({ text }) => isInvited(unit.text, text));
  if (knocks) return { not: knocks.person, person: ownerOf(knocks.text, roll) };
  // Who keeps bringing more is answered.
  if (isLasting(previous.text))
    return SERVES.test(previous.text) ? { not: mentions.find(({ subject }) => subject)?.person } : undefined;
  const quoted = story.units[index - 2];
  const belongsToQuoted =
    quoted?.kind === "speech" &&
    CLOSES_QUOTE.test(previous.text) &&
    quoted.paragraph >= previous.paragraph - 1;
  if (belongsToQuoted) {
    if (previous.paragraph !== unit.paragraph) return undefined;
    const same = speakers.get(quoted.id);
    return same?.person && !same.guessed ? { person: same.person } : undefined;
  }
  const talks = (person: Person) =>
    !ANIMAL.has(person.kind) ||
    sounds(unit.text, person) ||
    [...speakers.values()].some((speaker) => speaker.person === person && !speaker.guessed);
  const voice = mentions.findLast(({ end }) =>
    /^の(?!(?:声|叫び声?|返事)に、)(?:声|口(?:から|が)|叫び|返事|(?:電話|携帯|スマホ|ケータイ)が)/u.test(
      previous.text.slice(end),
    ),
  );
  const subjects = mentions.filter(({ subject, person }) => subject && talks(person));
  const subject = voice ?? mainSubject(previous.text, subjects);
  const isSaidTo =
    isToActor(unit.text) ||
    (subject !== undefined && takesWhat(unit.text, previous.text.slice(subject.end))) ||
    comesWhenCalled(quoted, previous, quoted ? calledIn(quoted, roll) : [], subject);
  if (subject && !voice && isSaidTo)
    return { not: subject.person, likely: speakers.get(quoted?.id ?? "")?.person ?? undefined };
  const pointedAt = subject && !voice ? toldSilently(previous.text, subject, mentions) : undefined;
  if (pointedAt) return { not: subject?.person, likely: pointedAt };
  if (subject && !voice && LEAVES.test(previous.text)) return undefined;
  const turn = subject && !voice ? turnOf(subject.person, around, speakers) : undefined;
  if (turn) return turn;
  if (subject && contradicts(unit.text, subject.person, around.people)) return { not: subject.person };
  if (subject && !voice && isAnsweredBy(subject.person, around)) return { not: subject.person };
  if (subject && !voice && isOfComer(unit.text) && isShown(subject, around, speakers))
    return { not: subject.person };
  if (subject && !voice && (isJoint(previous.text, subject) || isShown(subject, around, speakers)))
    return undefined;
  if (
    subject &&
    !voice &&
    !sounds(unit.text, subject.person) &&
    STANDS.test(previous.text.slice(subject.end))
  ) {
    const waits = WATCHES.test(previous.text.slice(subject.end));
    if (
      ((isOfComer(unit.text) || (isStartled(unit.text) && SIGHT.test(previous.text))) && !waits) ||
      comesWith(subject.person, around)
    )
      return { not: subject.person };
    const line = story.units.findIndex((one) => one.paragraph === previous.paragraph) - 1;
    if (deedAfter(story.units, line, roll)?.person === subject.person) return {};
    const first = sameParagraph(around, previous).findLast(({ person }) => talks(person));
    return subjects.length > 1 ? undefined : { likely: first?.person ?? subject.person };
  }
  // A dragon that opens its mouth has said nothing yet.
  if (subject && !voice && subject.person.kind === "creature" && !isUttering(previous.text)) return undefined;
  if (subject) return { person: subject.person, acts: voice === undefined };
  const shown = mentions.findLast(({ person, end }) => talks(person) && BODY.test(previous.text.slice(end)));
  if (shown) return { likely: shown.person };
  const acting = sameParagraph(around, previous).filter((mention) => !entersAfter(mention.person, around));
  const earlier = acting.findLast(({ person }) => talks(person));
  if (earlier && (HALTS.test(unit.text) || (FOUND.test(earlier.text) && isOfComer(unit.text))))
    return { not: earlier.person };
  const acted = earlier && STATE.test(earlier.text) ? undefined : earlier;
  if (acted && goesEitherWay(acted.person, around, speakers)) return { person: acted.person, acts: true };
  if (earlier) return { likely: earlier.person };
  const pronoun = PRONOUN.exec(previous.text)?.[1];
  return pronoun ? { pronoun: pronoun === "彼女" ? "female" : "male" } : undefined;
}

/** Whether what somebody does before a line may as well go with the line before that, or somebody is found to have said it. */
function goesEitherWay(
  person: Person,
  { story, index, roll }: Around,
  speakers: ReadonlyMap<string, Speaker>,
): boolean {
  const next = deedAfter(story.units, index, roll);
  const paragraph = story.units[index - 1]?.paragraph;
  const line = story.units.findIndex((unit) => unit.paragraph === paragraph) - 1;
  const deed = deedAfter(story.units, line, roll);
  if (next && next.person !== person && next.before >= 3.5 && (line < 0 || deed)) return true;
  if (deed?.person !== person) return false;
  const known = speakers.get(story.units[line]?.id ?? "")?.person;
  return known == null || known === person;
}

/** 校長室のドアをノックした: whose room it is. */
function ownerOf(text: string, roll: Around["roll"]): Person | undefined {
  const [, office = "", room = ""] =
    /([^のをには、。]{2,4})室の|([^をには、。]{1,8})の(?:部屋|書斎|研究室|家)の/u.exec(text) ?? [];
  return roll.named(office) ?? roll.named(room);
}

const SERVES = /運ん|よそ[いうっ]|注[いぐ]|出して|配[りっ]/u;

/** 「雨宿りさせて」 / 立っていたのは、花嫁だった。後ろに男の子がいた。 / 「入んな」: those who come in are answered. */
function comesWith(person: Person, { story, index, roll, people, unit }: Around): boolean {
  const paragraph = story.units[index - 1]?.paragraph;
  const first = story.units.findIndex((one) => one.paragraph === paragraph);
  const line = story.units[first - 1];
  if (line?.kind !== "speech") return false;
  const opening = story.units[first]?.text ?? "";
  const presented = roll
    .mentions(opening)
    .find(({ at, subject }) => subject && /のは、?[^、]*$/u.test(opening.slice(0, at)));
  const shown = presented?.person ?? revealed({ story, index: first - 1, unit, roll, people })?.person;
  return shown != null && shown !== person;
}

/** Whether the paragraph before a line only tells of the line before that, whose it is. */
const endsTag = (units: Around["story"]["units"], index: number): boolean => {
  const paragraph = units[index - 1]?.paragraph;
  const first = units.findIndex((unit) => unit.paragraph === paragraph);
  return tellsWhoSaid(units, first);
};

/** ケンは黙って、トメさんを指さした: whom somebody points at without a word is who speaks next. */
function toldSilently(
  text: string,
  { person, end }: Mention,
  mentions: readonly Mention[],
): Person | undefined {
  if (!SILENTLY.test(text.slice(end))) return undefined;
  return mentions.find((other) => other.person !== person && /^[をに]/u.test(text.slice(other.end)))?.person;
}

const SILENTLY =
  /^[はが][^。]{0,8}(?:黙って|無言で|何も言わず)[^。]*(?:指さ|指差|見[たつ上下]|向[いけ]|渡し|差し出)/u;

/** 町娘が立っていた。/「そこの娘」/「お侍さま」と、お鈴は言った: who is seen, and answers, has not asked. */
function isAnsweredBy(person: Person, { story, index, unit, roll }: Around): boolean {
  const answer = story.units[index + 1];
  const next = story.units[index + 2];
  if (answer?.kind !== "speech" || answer.paragraph === unit.paragraph) return false;
  if (next?.kind !== "narration" || !CLOSES_QUOTE.test(next.text)) return false;
  return roll.mentions(next.text).find(({ subject }) => subject)?.person === person;
}

/** Those who did something earlier in the paragraph that ends before the line. */
function sameParagraph(
  { story, index, roll }: Around,
  previous: StoryUnit,
  last = false,
): (Mention & { text: string })[] {
  const told: StoryUnit[] = [];
  for (let at = last ? index - 1 : index - 2; at >= 0; at -= 1) {
    const unit = story.units[at];
    if (unit?.kind !== "narration" || unit.paragraph !== previous.paragraph) break;
    told.unshift(unit);
  }
  return told.flatMap(({ text }) =>
    roll
      .mentions(text)
      .filter((mention) => mention.subject && !isJoint(text, mention))
      .map((mention) => ({ ...mention, text })),
  );
}

/**
 * 「言え！」 / 王は問いつめた。 / 「市を救うのだ」と惣助は…: a sentence of speech that follows the line and that no other line can claim;
 * 老爺をつかまえて、訊いた。/ 「何かあったのか」: one before it that leaves its subject out.
 */
function asked({ story, index, roll }: Around): Clue | undefined {
  const next = story.units[index + 1];
  const then = story.units[index + 2];
  if (next?.kind === "narration" && SPEAKS_JA.test(next.text)) {
    const subject = roll.mentions(next.text).find((mention) => mention.subject)?.person;
    const claimed = then?.kind === "speech" && !CLOSES_QUOTE.test(story.units[index + 3]?.text ?? "");
    if (subject && !claimed) return { likely: subject };
  }
  const previous = story.units[index - 1];
  if (previous?.kind !== "narration" || CLOSES_QUOTE.test(previous.text) || !SPEAKS_JA.test(previous.text))
    return undefined;
  if (roll.mentions(previous.text).some(({ subject }) => subject) || PRONOUN.test(previous.text))
    return undefined;
  const earlier = story.units
    .slice(Math.max(0, index - 5), index - 1)
    .filter(({ kind }) => kind === "narration");
  const subjects = earlier.flatMap(({ text }) => roll.mentions(text).filter(({ subject }) => subject));
  const person = subjects.at(-1)?.person;
  return person ? { likely: person } : undefined;
}
