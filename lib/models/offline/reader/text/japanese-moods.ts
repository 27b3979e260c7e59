// What a Japanese predicate's auxiliaries and particles say: tense, polarity, voice, whether it is told as real, and what it is tied to.
import type { Clause, Mood, Predicate } from "./clause.ts";
import type { Bunsetsu } from "./japanese-bunsetsu.ts";
import type { Word } from "./word.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("ja");

export interface Ending extends Omit<Predicate, "from" | "to"> {
  rank: Clause["rank"];
  connector?: string;
  speech?: Clause["speech"];
  command?: true;
}

interface Around {
  next: Bunsetsu | undefined;
  /** Adverbs and time words before the predicate, in their dictionary form. */
  adverbs: readonly string[];
  spoken: boolean;
}

export function endingOf(one: Bunsetsu, around: Around): Ending {
  const { tail } = one;
  const lemma = lemmaOf(one);
  const { rank, connector } = tieOf(one, around.next);
  const said = (lemmas: string) => tail.some((word) => table.is(lemmas, word.lemma));
  const isSpeech = table.is("speak", lemma);
  return {
    lemma,
    tense: tenseOf(one),
    polarity: isNegative(one) ? "negative" : "positive",
    mood: moodOf({ one, lemma, connector, around, said }),
    voice: voiceOf(tail),
    aspect: isState(one, lemma) ? "state" : "event",
    rank,
    ...(connector === undefined ? {} : { connector }),
    ...(isSpeech ? { speech: "says" as const } : {}),
    ...(isCommand(one, around) ? { command: true as const } : {}),
  };
}

function lemmaOf({ kind, heads, tail }: Bunsetsu): string {
  const noun = heads.map(({ text }) => text).join("");
  if (kind !== "noun") {
    const last = heads.at(-1);
    return last ? noun.slice(0, noun.length - last.text.length) + last.lemma : "";
  }
  return tail[0]?.lemma === "する" ? `${noun}する` : noun;
}

function tenseOf({ kind, tail }: Bunsetsu): Predicate["tense"] {
  const isPast = (word: Word, index: number) =>
    word.tag === "助動詞" &&
    word.form !== "仮定形" &&
    (word.lemma === "た" || (kind === "verb" && isVoicedTa(tail, index)));
  return tail.some(isPast) ? "past" : "present";
}

/** 運ん|だ, 死ん|だら: た after a nasal, which the dictionary gives the form of the copula. */
function isVoicedTa(tail: readonly Word[], index: number): boolean {
  const before = tail[index - 1];
  return tail[index]?.lemma === "だ" && (before === undefined || before.form === "連用タ接続");
}

function voiceOf(tail: readonly Word[]): Predicate["voice"] {
  const suffixes = tail.filter(({ tag, detail }) => tag === "動詞" && detail?.includes("接尾"));
  if (suffixes.some(({ lemma }) => lemma === "せる" || lemma === "させる")) return "causative";
  return suffixes.some(({ lemma }) => lemma === "れる" || lemma === "られる") ? "passive" : "active";
}

function isNegative({ heads, tail }: Bunsetsu): boolean {
  const written = [...heads, ...tail].map(({ text }) => text).join("");
  const denials = tail.filter(
    ({ lemma, tag }) => (tag === "助動詞" || tag === "形容詞") && table.is("negative", lemma),
  ).length;
  if (
    tail.at(0)?.lemma === "ない" &&
    tail[0]?.form === "連用テ接続" &&
    tail.some(({ lemma }) => lemma === "なる")
  )
    return true;
  const isNotThere = heads[0]?.tag === "形容詞" && ["ない", "無い"].includes(heads[0].lemma);
  if (POSITIVE.test(written)) return (denials - (written.includes("ばなら") ? 2 : 1)) % 2 !== 0;
  return (denials + (isNotThere ? 1 : 0)) % 2 === 1;
}

/** A denied end that affirms: 〜かもしれない, 〜なければならない. */
const POSITIVE = /[し知]れ(?:な|ませ)|ちがいな|違いな|相違な|(?:け|ね)れ?ばならな|て(?:たま|堪)らな|ざるを/u;

function isState({ kind, heads, tail }: Bunsetsu, lemma: string): boolean {
  if (kind === "adjective") return true;
  if (kind === "noun") return !tail.some((word) => word.lemma === "する");
  if (table.is("state-verb", lemma)) return true;
  const te = tail.findIndex(({ text }) => text === "て" || text === "で");
  const helper = tail[te + 1];
  return (
    heads.length > 0 &&
    ((te >= 0 && helper !== undefined && table.is("existence", helper.lemma)) ||
      tail.some((word) => word.lemma === "てる"))
  );
}

/** How the clause goes on: a conjunctive particle or form, or the end of the sentence. */
function tieOf(one: Bunsetsu, next: Bunsetsu | undefined): { rank: Clause["rank"]; connector?: string } {
  const last = one.tail.at(-1) ?? one.heads.at(-1);
  if (last === undefined || next === undefined) return { rank: "main" };
  const tied = one.tail.findLast(
    ({ tag, detail }) => tag === "助詞" && (detail?.includes("接続助詞") || detail?.includes("引用")),
  );
  const conditional = one.tail.findLast(
    ({ lemma, form }) => (lemma === "た" || lemma === "だ") && form === "仮定形",
  );
  if (conditional)
    return {
      rank: "subordinate",
      connector: conditional.text === "なら" ? "なら" : "たら",
    };
  // 連用中止 has no word that ties it but the comma.
  if (last.text === "まで" && one.kind === "verb") return { rank: "subordinate", connector: last.text };
  if (tied === undefined || one.tail.indexOf(tied) < one.tail.length - 2)
    return { rank: "main", connector: "、" };
  const connector = tied.text;
  if (["て", "で", "が", "し", "けれど", "けれども", "つつ", "ながら", "たり", "だり"].includes(connector))
    return { rank: "main", connector };
  return { rank: "subordinate", connector };
}

interface Reading {
  one: Bunsetsu;
  lemma: string;
  connector: string | undefined;
  around: Around;
  said: (kind: string) => boolean;
}

function moodOf({ one, lemma, connector, around, said }: Reading): Mood {
  const { tail, heads } = one;
  const written = tail.map(({ text }) => text).join("");
  const adverb = (kind: string) => around.adverbs.some((word) => table.is(kind, word));
  if (
    connector === "ば" ||
    connector === "たら" ||
    connector === "なら" ||
    connector === "ても" ||
    connector === "でも"
  ) {
    // たら after a past that is told only says when.
    return connector === "たら" && !adverb("suppose-adverb") ? "told" : "supposed";
  }
  if (isWished(one, said)) return "wished";
  if (
    tail.some(
      ({ lemma: base, detail }) =>
        table.is("likeness", base) &&
        (detail?.includes("助動詞語幹") || base.endsWith("し") || base === "みたい"),
    )
  ) {
    if (isAsked(one, around)) return "wished";
    if (!isPurpose(one)) return "likened";
  }
  if (table.is("likeness-verb", lemma)) return "likened";
  if (isSupposed(tail, written)) return "supposed";
  if (table.is("remember", lemma)) return "remembered";
  if (table.is("wish", lemma)) return "wished";
  if (table.is("think", lemma)) return "thought";
  if (isNounOfThought(one, around, lemma)) return "thought";
  if (tail.some(({ lemma: base }) => table.is("plan", base))) return "wished";
  // 落ちるところだった: it nearly happened.
  if (heads.at(-1)?.form === "基本形" && tail[0]?.text === "ところ" && tail.at(-1)?.lemma === "た")
    return "supposed";
  const thing = tail.findIndex(({ text, tag }) => text === "もの" && tag === "名詞");
  // 行ったものだ is how it used to be, 行くものだ how it is in general.
  if (thing > 0) return tail[thing - 1]?.tag === "助動詞" ? "habit" : "comment";
  if (adverb("suppose-adverb")) return "supposed";
  if (adverb("past-time")) return "remembered";
  if (adverb("habit-adverb")) return "habit";
  if (adverb("future-time") && tenseOf(one) === "present") return "future";
  const last = tail.at(-1);
  if (last?.text === "か" && connector === undefined && heads.length > 0) return "thought";
  if (last?.text === "な" && last.detail?.includes("終助詞") && tail.length === 1) return "wished";
  return "told";
}

/** 来い, 来なさい, 来てくれ, 来るな; of words that are said also 来て. */
function isCommand({ kind, heads, tail }: Bunsetsu, { next, spoken }: Around): boolean {
  if (kind !== "verb") return false;
  const chain = [...heads.slice(-1), ...tail].filter(({ detail }) => !detail?.includes("終助詞"));
  const end = chain.at(-1);
  if (end?.form?.startsWith("命令") === true) return true;
  const last = tail.at(-1);
  if (tail.length === 1 && last?.text === "な" && last.detail?.includes("終助詞")) return true;
  const isEnd = next === undefined || (next.kind === "mark" && next.heads[0]?.text !== "、");
  if (!isEnd || end === undefined || end !== tail[chain.length - 2]) return false;
  return end.text === "くれ" || (spoken && (end.text === "て" || end.text === "で") && chain.length === 2);
}

/** 〜たい, 〜てほしい, 〜てください, an imperative, 〜よう of one's own will (before とする). */
function isWished({ heads, tail }: Bunsetsu, said: (kind: string) => boolean): boolean {
  if (said("desire") && !tail.some(({ lemma }) => lemma === "ない")) return true;
  const forms = [...heads, ...tail].map(({ form = "" }) => form);
  if (forms.some((form) => form.startsWith("命令"))) return true;
  const will = tail.find(({ lemma, tag }) => lemma === "う" && tag === "助動詞");
  const after = will ? tail[tail.indexOf(will) + 1] : undefined;
  return will !== undefined && heads[0]?.tag === "動詞" && tail[0] === will && after?.text === "と";
}

/** 捕らえるように命じた, 治るように祈った: what is asked for. */
function isAsked({ tail }: Bunsetsu, { next }: Around): boolean {
  const verb = next?.kind === "verb" ? (next.heads[0]?.lemma ?? "") : "";
  return tail.at(-1)?.text === "に" && (table.is("speak", verb) || table.is("wish", verb));
}

function isPurpose({ tail }: Bunsetsu): boolean {
  const at = tail.findIndex(({ text }) => text === "よう");
  const after = tail[at + 1];
  return after?.text === "に" && tail[at - 1]?.lemma === "ない";
}

function isSupposed(tail: readonly Word[], written: string): boolean {
  if (/だろう|でしょう|であろう|かもしれ|かも知れ|にちがい|に違い|に相違|かしら|か知ら/u.test(written))
    return true;
  return tail.some(({ lemma, tag, detail }) => {
    if (tag === "助動詞") return table.is("supposition", lemma);
    return (
      tag === "名詞" &&
      table.is("suppose-noun", lemma) &&
      (detail?.includes("助動詞語幹") || lemma !== "そう")
    );
  });
}

/** 気がする, 〜と考えがある: the verb is empty, the noun before it thinks. */
function isNounOfThought(one: Bunsetsu, around: Around, lemma: string): boolean {
  if (!["する", "ある", "なる", "起る", "起こる"].includes(lemma) || one.kind !== "verb") return false;
  const noun = around.adverbs.at(-1);
  return noun !== undefined && table.is("think-noun", noun);
}

/** と思う, と言う: what is thought or said is so only in somebody's mind or mouth. */
export function complementMood(clause: Clause, governor: Clause): Clause {
  const { lemma, mood } = governor.predicate;
  const by = (next: Mood): Clause => ({ ...clause, predicate: { ...clause.predicate, mood: next } });
  if (table.is("speak", lemma)) return { ...by("thought"), speech: "reported" };
  if (table.is("think", lemma)) return by(clause.predicate.mood === "wished" ? "wished" : "thought");
  if (lemma === "する") return by(clause.predicate.mood === "told" ? mood : clause.predicate.mood);
  return clause;
}
