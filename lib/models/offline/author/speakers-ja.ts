// Reads who speaks in Japanese: X「…」, 「…」とXが…, and the sentence before the line.
import type { Person } from "../../../manga/concept.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import { calledIn, contradicts, sounds } from "./manners.ts";
import type { Mention } from "./mentions.ts";
import { CLOSES_QUOTE, isUttering, SPEAKS_JA, tellsWhoSaid } from "./quote-particle.ts";
import { comesWhenCalled, isLasting, isOfComer, isToActor } from "./said-to.ts";
import { LEAVES } from "./sightings.ts";
import type { Around, Clue, Speaker } from "./speakers.ts";

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
    /^の(?:声|口(?:から|が)|叫び|返事|(?:電話|携帯|スマホ|ケータイ)が)/u.test(previous.text.slice(end)),
  );
  const subjects = mentions.filter(({ subject, person }) => subject && talks(person));
  const subject = voice ?? mainSubject(previous.text, subjects);
  const isSaidTo =
    isToActor(unit.text) || comesWhenCalled(quoted, previous, quoted ? calledIn(quoted, roll) : [], subject);
  if (subject && !voice && isSaidTo)
    return { not: subject.person, likely: speakers.get(quoted?.id ?? "")?.person ?? undefined };
  const pointedAt = subject && !voice ? toldSilently(previous.text, subject, mentions) : undefined;
  if (pointedAt) return { not: subject?.person, likely: pointedAt };
  if (subject && !voice && LEAVES.test(previous.text)) return undefined;
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
    if (isOfComer(unit.text) || comesWith(subject.person, around)) return { not: subject.person };
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
  if (earlier && HALTS.test(unit.text)) return { not: earlier.person };
  if (earlier) return { likely: earlier.person };
  const pronoun = PRONOUN.exec(previous.text)?.[1];
  return pronoun ? { pronoun: pronoun === "彼女" ? "female" : "male" } : undefined;
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
function sameParagraph({ story, index, roll }: Around, previous: StoryUnit): Mention[] {
  const told: StoryUnit[] = [];
  for (let at = index - 2; at >= 0; at -= 1) {
    const unit = story.units[at];
    if (unit?.kind !== "narration" || unit.paragraph !== previous.paragraph) break;
    told.unshift(unit);
  }
  return told.flatMap(({ text }) =>
    roll.mentions(text).filter((mention) => mention.subject && !isJoint(text, mention)),
  );
}

/** An hour that comes before whoever comes in. */
const AFTERWARDS = /^[^。]*(?:ころ|頃|とき|たら|やがて|まもなく)、/u;

const SHOWS =
  /^が[^。]*(?:[戸扉]を開け|ドアを開け|起きて(?:き|来)|降りて(?:き|来)|顔を(?:出|覗|のぞ)|姿を(?:現|見せ)|現れ|出てき|入ってき|立って)/u;

/** 「誰だ」 / 奥から老人が顔を出した: whoever is first seen after a line has said that one, and not the next, unless that goes on in the paragraph. */
const isShown = (
  { person, end }: Mention,
  { story, index, roll, unit }: Around,
  speakers: ReadonlyMap<string, Speaker>,
): boolean =>
  story.units[index - 1]?.paragraph !== unit.paragraph &&
  story.units[index - 2]?.kind === "speech" &&
  (speakers.get(story.units[index - 2]?.id ?? "")?.person ?? person) === person &&
  SHOWS.test(story.units[index - 1]?.text.slice(end) ?? "") &&
  !story.units
    .slice(0, index - 1)
    .some(({ text }) => roll.mentions(text).some((mention) => mention.person === person));

/** 「誰の番組？」 / 振り向くと、少年が立っていた。同じくらいの年だ。: the same, with more told of them. */
function entersAfter(person: Person, { story, index, roll }: Around): boolean {
  const paragraph = story.units[index - 1]?.paragraph;
  const first = story.units.findIndex((unit) => unit.kind === "narration" && unit.paragraph === paragraph);
  const mention = roll.mentions(story.units[first]?.text ?? "").find((one) => one.person === person);
  return (
    mention !== undefined &&
    !AFTERWARDS.test(story.units[first]?.text ?? "") &&
    story.units[first - 1]?.kind === "speech" &&
    SHOWS.test(story.units[first]?.text.slice(mention.end) ?? "") &&
    !story.units.slice(0, first).some(({ text }) => roll.mentions(text).some((one) => one.person === person))
  );
}

/** 「それ、何？」 / 振り向くと、少年が立っていた。 */
const LOOKS_ROUND =
  /^(?:振り(?:向|返)|顔を上げ|見上げ|見下ろ|声の(?:する|した)?(?:ほう|方)[をへに])[^。]{0,8}と、/u;

/** 「こら！」 / 扉が開いて、光が二人を照らした。看護師の牧さんだった。: who a voice turns out to be. */
function revealed({ story, index, roll }: Around): Clue | undefined {
  const next = story.units[index + 1];
  const paragraph = next?.paragraph;
  const seen = next?.kind === "narration" && LOOKS_ROUND.test(next.text) ? roll.mentions(next.text) : [];
  if (seen.length === 1 && seen[0] && SHOWS.test(next?.text.slice(seen[0].end) ?? ""))
    return { person: seen[0].person };
  for (const unit of story.units.slice(index + 1, index + 4)) {
    if (unit.kind !== "narration" || unit.paragraph !== paragraph || CLOSES_QUOTE.test(unit.text))
      return undefined;
    const mentions = roll.mentions(unit.text);
    const mention = mentions.at(-1);
    const at = mentions[0]?.at ?? 0;
    if (!mention) continue;
    const { end } = mention;
    const isAll = /^(?:[^。、はがも]{0,12}[のた])?$/u.test(unit.text.slice(0, at));
    return isAll && /^(?:だった|である|だ)。$/u.test(unit.text.slice(end))
      ? { person: mention.person }
      : undefined;
  }
  return undefined;
}

/** 斗真とおばあちゃんは席に座った: both of them, and no telling who of them speaks. */
const isJoint = (text: string, { at, end }: Mention): boolean =>
  /^と[^。、はがも]{1,10}[はがも]/u.test(text.slice(end)) ||
  /[^。、はがもをに]{1,8}と$/u.test(text.slice(0, at));

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

/** The subject of the main clause: the last は, else the last subject. */
function mainSubject(text: string, subjects: readonly Mention[]): Mention | undefined {
  const speaking = subjects.findLast(({ end }) =>
    /^(?:が|は|も)[^、]*(?:言|叫|声|尋|訊|答|つぶや|呟|ささや|囁|口を開)/u.test(text.slice(end)),
  );
  return speaking ?? subjects.findLast(({ end }) => /^は/u.test(text.slice(end))) ?? subjects.at(-1);
}
