// Finds the people of a Japanese story: names that the dictionary knows or that act like names, and nouns that speak and act.
import type { Story } from "../../../manga/story.ts";
import { animalsTold } from "../told-animals.ts";
import { ageIn } from "./ages.ts";
import { joinCalled } from "./called-names.ts";
import { castChildren } from "./children-play.ts";
import { japaneseTokenizer, type Token } from "./dictionary.ts";
import { type Candidate, emptyRoster, type Roster } from "./evidence.ts";
import { joinIntroduced } from "./introductions.ts";
import { LEXICON_JA } from "./lexicon-ja.ts";
import { doesTo, isSeenActing, isSeenDoing } from "./met-once.ts";
import { findNames, isCalling } from "./names-ja.ts";
import { joinNames, noteGhosts, noteNaming } from "./naming-ja.ts";
import { noteCast } from "./noted-cast.ts";
import { CLOSES_QUOTE } from "./quote-particle.ts";
import { ROLES_JA, traitsOfRole } from "./roles.ts";
import { isOwnNameJa } from "./self-naming.ts";
import { GROWN_TITLE, TITLE, titledSex } from "./titles-ja.ts";
import { type Trade, tradesIn } from "./trades-ja.ts";
import { namedLikeWords, wordNames } from "./word-names-ja.ts";

const ACTS =
  /言[いうっえわ]|話[しす]|答え|叫|尋ね|訊|聞[いきこ]|笑|微笑|泣|怒|思[いうっ]|考え|見[たてるつ上下回送]|眺め|立[ちっ]|座|走|歩|駆け|飛|握|持[っち]|抱[いきえ]|開[けい]|閉め|うなず|頷|振[りっ]|首を|目を|口を|手を|顔を|肩を|声を|息を|腰を|つぶや|呟|ささや|囁|黙|待[っち]|帰[っり]|来[たて]|行[っき]|入って|出[たて]|食べ|飲[んみ]|眠|寝|起き|投げ|拾|渡し|差し出|指さ|追[いっ]|逃げ|信じ|驚|叩[いき]|たたい|鳴らし|呼[んび]|読[んみ]|書[いき]|鳴い|歌|激怒|決意|残[っり]|抱え|かぶ[っり]|受け取|広げ|置[いき]|注[いぎ]|傾け|編[みん]|つか[みん]|取[りっ]|運[びん]|脱[いぎ]|下ろ|磨[いき]|拭[いき]|洗[いっう]|弾[いき]|探[しす]|めく[りっ]|のぞ[いき]|覗|隠[しす]|撮[りっ]|描[いき]|つま[みん]|配[りっ]/u;
const SPEECH_VERB =
  /言[いうっえ]|いった|話し|答え|こたえ|叫|さけ|尋ね|たずね|訊|聞[いき]|つぶや|呟|ささや|囁|怒鳴|どな|呼[んび]|返事|返し|続け|声|笑|泣|うなず|頷|うめ|頼[んみ]|告げ|語|口[をに]/u;
const SELF = /(?:^|[^\p{Script=Han}])(僕|ぼく|私|わたし|俺|おれ|あたし|吾輩|わし|うち)(?=[はがもにのをと])/gu;

/** 俺はため息をついた: whoever tells the story; not 「俺は悪くない、と彼は思った」. */
const TELLS_OF_SELF =
  /^[^\p{Script=Han}ぁ-ん]?\p{Script=Han}?[ぁ-ん]{0,3}(?:[はがもの]|に[はも])[^。「」]*(?<!と(?:思|考|つぶや|言)[っいえ])(?:[ただ]|[てで]い(?:た|る)|ない|かった)。$/u;

export async function peopleInJapanese(story: Story): Promise<Candidate[]> {
  const tokenize = await japaneseTokenizer();
  const roster = emptyRoster();
  noteCast(roster, story, LEXICON_JA);
  const toys = toysIn(story);
  const words = wordNames(story.units.map(({ kind, text }) => ({ kind, text, tokens: tokenize(text) })));
  for (const [index, unit] of story.units.entries()) {
    if (unit.label) {
      roster.note(unit.label, index, { score: 5, speaks: 1, mentions: 1, ...traitsOfRole(unit.label) });
    }
    if (unit.kind === "heading") continue;
    const isSpeech = unit.kind === "speech";
    const around = {
      toys,
      saidBefore: story.units[index - 1]?.kind === "speech",
      saidAfter: story.units[index + 1]?.kind === "speech",
      closed: CLOSES_QUOTE.test(story.units[index + 2]?.text ?? ""),
    };
    noteNames(roster, tokenize(unit.text), unit.text, { index, isSpeech, words, ...around });
    if (!isSpeech) {
      noteRoles(roster, unit.text, { index, ...around });
      noteGhosts(roster, unit.text);
      noteSelf(roster, unit.text, index);
      noteNaming(roster, unit.text, index);
    }
  }
  joinNames(roster, story);
  joinIntroduced(roster, story);
  joinCalled(roster, story);
  castChildren(roster, story);
  return roster.all().filter(isPerson);
}

function isPerson(candidate: Candidate): boolean {
  if (candidate.type === "self") return candidate.score >= 3;
  if (candidate.type === "role") return candidate.speaks > 0 || candidate.score >= 4;
  return candidate.score >= 3.5;
}

interface Around {
  index: number;
  isSpeech?: boolean;
  saidBefore: boolean;
  saidAfter: boolean;
  /** Another sentence says whose the line after is. */
  closed: boolean;
  /** Nouns of machines that are toys here. */
  toys: ReadonlySet<string>;
  /** Words that are somebody's name in this story. */
  words?: ReadonlySet<string>;
}

/** ノアの声がした, beside a line. */
const isVoice = (rest: string, { saidBefore, saidAfter }: Around): boolean =>
  (saidBefore || saidAfter) && /^の[^。、]{0,4}声[がはに]/u.test(rest);

/** ハックション！ calls nobody. */
const CRY = /ッ|ション$|^(?:[アワウオキギ]ャ?)ー*[アァ]?$/u;

/** スマホが光っていた: no dictionary knows it, and it is nobody. */
const THING =
  /^(?:スマホ|ケータイ|パソコン|タブレット|イヤホン|リモコン|エアコン|エレベーター|エスカレーター|コンビニ|スーパー|ドローン)$/u;

function noteNames(roster: Roster, tokens: readonly Token[], text: string, around: Around): void {
  for (const name of [
    ...findNames(tokens, text),
    ...namedLikeWords(tokens, around.words ?? new Set(), text),
  ]) {
    if (CRY.test(name.text) || THING.test(name.text)) continue;
    const after = text.slice(name.at + name.text.length);
    const honorific = TITLE.exec(after)?.[0];
    const rest = honorific ? after.slice(honorific.length) : after;
    const subject = /^(?:[はがも]|と[^。、はがも]{1,10}[はがも])/u.test(rest);
    const vocative =
      around.isSpeech &&
      /^(?:[、！？!?…。]|$)/u.test(rest) &&
      (name.at === 0 || /[、。！？!?…]$/u.test(text.slice(0, name.at)));
    const says =
      !around.isSpeech &&
      subject &&
      ((around.saidBefore && CLOSES_QUOTE.test(text)) ||
        (around.saidAfter && (SPEECH_VERB.test(rest) || !/[。！？]$/u.test(text))));
    let score = { name: 1, unknown: 0.3, noun: 0 }[name.sure];
    if (honorific) score += name.sure === "noun" ? 2 : 3;
    if (vocative) score += name.sure === "noun" ? 0.5 : /[！!…]/u.test(rest[0] ?? "") ? 2.2 : 1.5;
    if (subject && !around.isSpeech) score += name.sure === "noun" ? 0.2 : 0.8;
    if (subject && !around.isSpeech && (ACTS.test(rest) || doesTo(rest)))
      score += name.sure === "noun" ? 0.5 : name.sure === "name" ? 1.7 : 1.2;
    if (subject && !around.isSpeech && name.sure !== "noun" && isSeenActing(rest, text.slice(0, name.at)))
      score += 1.3;
    if (says || (!around.isSpeech && name.sure !== "noun" && isVoice(rest, around))) score += 3;
    if (around.isSpeech && /^が(?:いな|いませ|来な|来ませ|おら)/u.test(rest)) score += 1.5;
    if (around.isSpeech && isOwnNameJa(text.slice(0, name.at), rest)) score += 3;
    if (isCalling(text.slice(0, name.at)) && (subject || /^(?:だった|である|だ)。/u.test(rest)))
      score += ageIn(text) || LOOKS_SO.test(text) ? 3.5 : 2.2;
    if (score === 0) continue;
    const found = roster.note(name.text, around.index, { score, mentions: 1, speaks: says ? 1 : 0 });
    if (name.short) {
      roster.note(name.short, around.index, { score: 1 });
      found.aliases.add(name.short);
    }
    if (!honorific) continue;
    found.aliases.add(name.text + honorific);
    found.gender ??= titledSex(honorific);
    if (GROWN_TITLE.test(honorific)) found.age ??= "adult";
    if (/^(?:じい|ばあ|爺さん|婆さん)/u.test(honorific)) found.age ??= "elder";
  }
}

const ROLE = new RegExp(
  `(?<![\\p{Script=Han}ァ-ヴー々])(${ROLES_JA.map(({ noun }) => noun).join("|")})(?![\\p{Script=Han}ァ-ヴー々])(?!の子|心|女|性)`,
  "gu",
);

/** What one such act is worth: with its subject, a person. */
const MET = 3.2;

/** 背の低い女である: the sentence goes on to say who that is. */
const LOOKS_SO = /(?:男|女|子|人|娘|青年|老人|老婆)(?:である|だった|だ|で、)/u;

/** 母に言った: whoever is spoken to is there, and may well answer. */
const SPOKEN_TO =
  /^に(?:[^。、]{0,8})(?:言[いうっ]|聞い|尋ね|訊い|話し|声をかけ|頼[みん]|告げ|叫|手を振|頭を下げ|会釈)/u;

/** 背の高い男だ: what somebody is who has been named, not somebody else. */
const IS_ALL = /^(?:(?:だった|である|だ)?。|で、)/u;

/** ロボットの玩具, 猫のぬいぐるみ: nobody. */
const TOY_OF =
  /^の(?:玩具|おもちゃ|人形|ぬいぐるみ|縫いぐるみ|模型|プラモデル|置物|フィギュア|木像|銅像|石像|像|お?面)/u;
const OF_TOYS =
  /(?:玩具|おもちゃ|ブリキ|ぬいぐるみ|木彫り|プラモデル|模型|海苔|折り紙|粘土|毛糸|飴|ガラス)の$|で(?:作[っられり]|折[っられり]|編[んまみ]|彫[っられり])[^。、がはを]{0,3}$/u;

/** Machines that a story calls toys once are toys all through it, unless one of them speaks. */
function toysIn({ units }: Story): ReadonlySet<string> {
  const told = units.filter(({ kind }) => kind === "narration").map(({ text }) => text);
  const machines = ROLES_JA.filter(({ kind }) => kind === "robot").map(({ noun }) => noun);
  return new Set(
    machines.filter(
      (noun) =>
        told.some((text) =>
          text
            .split(noun)
            .some(
              (part, at, parts) =>
                (at > 0 && TOY_OF.test(part)) || (at < parts.length - 1 && OF_TOYS.test(part)),
            ),
        ) &&
        !told.some((text) => new RegExp(`${noun}[がは][^。]{0,8}(?:${SPEECH_VERB.source})`, "u").test(text)),
    ),
  );
}

/** What a beast, of which there are many, does by the way makes it nobody. */
const isSeen = (noun: string, rest: string, before: string): boolean =>
  traitsOfRole(noun).kind === "human" || /(?:さん|くん)$/u.test(noun)
    ? isSeenDoing(rest, before) || isSeenActing(rest, before)
    : ACTS.test(rest) && isSeenDoing(rest, before);

/** Nouns for people, those of the list before any other. */
const nounsIn = (text: string): { noun: string; at: number; trade?: Trade }[] => [
  ...[...text.matchAll(ROLE)].map(({ 1: noun = "", index }) => ({ noun, at: index })),
  ...tradesIn(text).map((trade) => ({ noun: trade.noun, at: trade.at, trade })),
];

/** What only somebody who is there does. */
const isAtWork = (rest: string, before: string): boolean =>
  (ACTS.test(rest) && isSeenDoing(rest, before)) || isSeenActing(rest, before);

function noteRoles(roster: Roster, text: string, around: Around): void {
  const animals = animalsTold(text);
  for (const { noun, at, trade } of nounsIn(text)) {
    const before = text.slice(0, at);
    const rest = text.slice(at + noun.length);
    const subject = /^(?:さん|様|たち)?[はがも]/u.test(rest);
    if (/^(?:のよう|みたい|らし|なら|[くぐ]らい|ほど|役|の役)/u.test(rest)) continue;
    if (IS_ALL.test(rest) && !/のは、?[^。]*$/u.test(before)) continue;
    if (TOY_OF.test(rest) || OF_TOYS.test(before) || around.toys.has(noun)) continue;
    // 牛が三頭: many of a kind are nobody.
    if (animals.some((one) => one.at <= at && at < one.at + noun.length && one.count > 1)) continue;
    // 立っていたのは、ずぶ濡れの花嫁だった: whoever is brought in so.
    const enters = /のは、?[^。、]*$/u.test(before) && IS_ALL.test(rest) ? 2.5 : 0;
    const voice =
      (around.saidBefore &&
        (CLOSES_QUOTE.test(text)
          ? /^の(?:声|叫び)/u.test(rest)
          : /^の[^。、]{0,4}声(?:[がは]|だった|だ。|に、)/u.test(rest))) ||
      (around.saidAfter &&
        /^の[^。、]{0,4}声が[^。、]{0,4}(?:流れ|聞こえ|響|し[たて]|降|飛)[^。、]{0,4}。$/u.test(rest));
    const says =
      subject &&
      ((around.saidBefore && CLOSES_QUOTE.test(text)) ||
        (around.saidAfter && (SPEECH_VERB.test(rest) || !/[。！？]$/u.test(text))));
    const isMet = subject && (trade ? isAtWork(rest, before) : isSeen(noun, rest, before));
    const acts = isMet || (subject && ACTS.test(rest));
    // 先生が黒板を叩いた。「聞いていますか」: whoever acts right before a line is there, and may well say it.
    const leads = acts && around.saidAfter && !around.closed && /^[^。]*。?$/u.test(rest);
    const topic = rest.startsWith("は") ? 0.6 : 0;
    const score =
      (subject ? 0.8 + topic : 0.2) +
      enters +
      (isMet ? MET : acts ? 1.2 : 0) +
      (says || voice ? 3 : 0) +
      (leads ? 2 : 0) +
      (SPOKEN_TO.test(rest) ? 2.5 : 0);
    roster.note(noun, around.index, {
      type: "role",
      score,
      mentions: 1,
      speaks: says || voice ? 1 : 0,
      ...(trade ? { age: trade.age, gender: trade.gender } : traitsOfRole(noun)),
      ...(/(?:老いた|年老いた|老)$/u.test(before) ? { age: "elder" as const } : {}),
    });
  }
}

function noteSelf(roster: Roster, text: string, index: number): void {
  for (const match of text.matchAll(SELF)) {
    const word = match[1] ?? "";
    const gender = /^(?:僕|ぼく|俺|おれ|吾輩|わし)$/u.test(word)
      ? "male"
      : word === "あたし"
        ? "female"
        : undefined;
    const tells = TELLS_OF_SELF.test(text.slice(match.index));
    roster.note(word, index, { type: "self", score: tells ? 3 : 1.5, mentions: 1, gender });
  }
}
