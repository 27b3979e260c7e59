// Derives tense, polarity, voice, mood and connector of a Japanese predicate from its auxiliaries and particles.
import { type Clause, joinedText, type Mood, type Predicate, type Word, withMood } from "./clause.ts";
import type { Bunsetsu } from "./japanese-bunsetsu.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("ja");

/** The predicate without its position, and the properties of its clause that the ending determines. */
export type Ending = Omit<Predicate, "from" | "to"> &
  Pick<Clause, "rank" | "connector" | "speech" | "command">;

interface Around {
  next: Bunsetsu | undefined;
  /** Adverbs and time words before the predicate, in dictionary form. */
  adverbs: readonly string[];
  spoken: boolean;
}

export function endingOf(one: Bunsetsu, around: Around): Ending {
  const lemma = lemmaOf(one);
  const tie = tieOf(one, around.next);
  const tense = one.tail.some((word, index) => isPast(one, word, index)) ? "past" : "present";
  const command = isCommand(one, around);
  return {
    ...{ lemma, tense, voice: voiceOf(one), ...tie },
    polarity: isNegative(one) ? "negative" : "positive",
    mood: command ? "wished" : moodOf(one, { lemma, tense, ...tie }, around.adverbs),
    aspect: isState(one, lemma) ? "state" : "event",
    ...(table.is("speak", lemma) ? { speech: "says" } : {}),
    ...(command ? { command } : {}),
  };
}

function lemmaOf({ kind, heads, tail }: Bunsetsu): string {
  const noun = joinedText(heads);
  if (kind === "noun") return tail[0]?.lemma === "する" ? `${noun}する` : noun;
  return joinedText(heads.slice(0, -1)) + (heads.at(-1)?.lemma ?? "");
}

/** Past tense: た, or だ after a verb (運ん|だ), where its dictionary form is that of the copula. */
const isPast = ({ kind }: Bunsetsu, { lemma, tag, form }: Word, index: number): boolean =>
  tag === "助動詞" &&
  form !== "仮定形" &&
  (lemma === "た" || (lemma === "だ" && kind === "verb" && index === 0));

function voiceOf({ tail }: Bunsetsu): Predicate["voice"] {
  const isOf = (...lemmas: string[]) =>
    tail.some(({ lemma, detail }) => lemmas.includes(lemma) && detail?.includes("接尾"));
  if (isOf("せる", "させる")) return "causative";
  return isOf("れる", "られる") ? "passive" : "active";
}

/** Negative endings with a positive meaning: 〜かもしれない, 〜なければならない. */
const POSITIVE = /[し知]れ(?:な|ませ)|ちがいな|違いな|相違な|(?:け|ね)れ?ばならな|て(?:たま|堪)らな|ざるを/u;

function isNegative({ heads: [head], heads, tail }: Bunsetsu): boolean {
  const written = joinedText([...heads, ...tail]);
  const isNotThere = head?.tag === "形容詞" && ["ない", "無い"].includes(head.lemma);
  const affirmed = POSITIVE.test(written) ? (written.includes("ばなら") ? 2 : 1) : 0;
  const isDenial = ({ lemma, tag }: Word) =>
    (tag === "助動詞" || tag === "形容詞") && table.is("negative", lemma);
  const denials = tail.filter(isDenial).length;
  return (denials + (isNotThere ? 1 : 0) - affirmed) % 2 !== 0;
}

function isState({ kind, tail }: Bunsetsu, lemma: string): boolean {
  if (kind === "adjective") return true;
  if (kind === "noun") return !tail.some((word) => word.lemma === "する");
  const helper = tail[tail.findIndex(({ text }) => text === "て" || text === "で") + 1];
  return table.is("state-verb", lemma) || table.is("existence", helper?.lemma ?? "");
}

/** How the clause continues: a conjunctive particle or form, or the end of the sentence. */
function tieOf({ tail }: Bunsetsu, next: Bunsetsu | undefined): { rank: Clause["rank"]; connector?: string } {
  if (next === undefined) return { rank: "main" };
  const conditional = tail.findLast(
    ({ form, lemma }) => form === "仮定形" && (lemma === "た" || lemma === "だ"),
  );
  if (conditional) return { rank: "subordinate", connector: conditional.text === "なら" ? "なら" : "たら" };
  const tied = tail.findLastIndex(
    ({ detail }) => detail?.includes("接続助詞") === true || detail?.includes("引用") === true,
  );
  const connector = tail[tied]?.text;
  // 連用中止, the continuative form, has only the comma as its connector.
  if (connector === undefined || tied < tail.length - 2) return { rank: "main", connector: "、" };
  return { rank: table.is("coordinates", connector) ? "main" : "subordinate", connector };
}

function moodOf(
  one: Bunsetsu,
  { lemma, tense, connector = "" }: Pick<Ending, "lemma" | "tense" | "connector">,
  adverbs: readonly string[],
): Mood {
  const { heads, tail } = one;
  // A habit introduced by "after that" (それから毎晩) belongs to the narrated events.
  const isSequel = adverbs.some((word) => table.is("sequel", word));
  const adverbial = isSequel ? [] : adverbs.flatMap((word) => table.mood("mood-adverb", word) ?? []);
  // たら only gives the time, unless an adverb supposes.
  if (connector === "たら") return adverbial.includes("supposed") ? "supposed" : "told";
  if (table.is("condition", connector)) return "supposed";
  if (isWished(one)) return "wished";
  if (tail.some((word) => table.is("likeness", word.lemma) && word.tag !== "助詞")) return "likened";
  if (isSupposed(tail)) return "supposed";
  const verbal = table.mood("mood-verb", lemma);
  if (verbal !== undefined) return verbal;
  // 気がする, 〜と考えがある: the verb is a light verb, so the noun determines the mood.
  if (table.is("empty-verb", lemma) && table.is("think-noun", adverbs.at(-1) ?? "")) return "thought";
  // 落ちるところだった: the event nearly happened.
  if (heads.at(-1)?.form === "基本形" && tail[0]?.text === "ところ" && tense === "past") return "supposed";
  const thing = tail.findIndex(({ text, tag }) => text === "もの" && tag === "名詞");
  // 行ったものだ is a past habit; 行くものだ is a general statement.
  if (thing > 0) return tail[thing - 1]?.tag === "助動詞" ? "habit" : "comment";
  const [first] = adverbial.filter((mood) => mood !== "future" || tense === "present");
  if (first !== undefined) return first;
  return tail.at(-1)?.text === "か" && connector === "" ? "thought" : "told";
}

const isFinal = ({ detail }: Word): boolean => detail?.includes("終助詞") === true;

/** Imperatives: 来い, 来なさい, 来てくれ, 来るな; in direct speech also 来て. */
function isCommand({ kind, heads, tail }: Bunsetsu, { next, spoken }: Around): true | undefined {
  if (kind !== "verb") return undefined;
  const chain = [...heads.slice(-1), ...tail].filter((word) => !isFinal(word));
  const end = chain.at(-1);
  const isBan = tail.length === 1 && tail[0]?.text === "な" && isFinal(tail[0]);
  if (end?.form?.startsWith("命令") === true || isBan) return true;
  const isEnd = next === undefined || (next.kind === "mark" && next.heads[0]?.text !== "、");
  const isAsked = spoken && chain.length === 2 && (end?.text === "て" || end?.text === "で");
  return (isEnd && (isAsked || end?.text === "くれ")) || undefined;
}

/** Wishes: 〜たい, 〜てほしい, 〜つもり, an imperative, and the volitional 〜よう before とする. */
function isWished({ heads, tail }: Bunsetsu): boolean {
  if (tail.some(({ lemma }) => table.is("desire", lemma)) && !tail.some(({ lemma }) => lemma === "ない"))
    return true;
  if ([...heads, ...tail].some(({ form = "" }) => form.startsWith("命令"))) return true;
  return heads[0]?.tag === "動詞" && tail[0]?.lemma === "う" && tail[1]?.text === "と";
}

const SUPPOSED = /だろう|でしょう|であろう|かもしれ|かも知れ|にちがい|に違い|に相違|かしら|か知ら/u;

const isSupposed = (tail: readonly Word[]): boolean =>
  SUPPOSED.test(joinedText(tail)) ||
  tail.some(({ lemma, tag, detail }) => {
    if (tag === "助動詞") return table.is("supposition", lemma);
    return table.is("suppose-noun", lemma) && (lemma !== "そう" || detail?.includes("助動詞語幹") === true);
  });

/** The mood of a complement with と (と思う, と言う): what is said or thought is not narrated as real. */
export function complementMood(clause: Clause, governor: Clause): Clause {
  const { lemma, mood } = governor.predicate;
  const own = clause.predicate.mood;
  if (table.is("speak", lemma)) return { ...withMood(clause, "thought"), speech: "reported" };
  if (table.mood("mood-verb", lemma) === "thought")
    return withMood(clause, own === "wished" ? own : "thought");
  return lemma === "する" && own === "told" ? withMood(clause, mood) : clause;
}
