// Words for the tone, the genre and the theme of a book, in Japanese and English, and the mood in which each is staged.
import type { Language } from "../../../manga/language.ts";
import type { Mood } from "../../../manga/staging.ts";

const MOODS: readonly [RegExp, Mood][] = [
  [
    /シリアス|真面目|真剣|重々し|緊張|緊迫|\b(?:serious|graver?|sombre|somber|sober|tense|suspenseful)\b/iu,
    "tense",
  ],
  [
    /明るく|明るい(?:雰囲気|感じ|話)|楽し(?:く|げ)|陽気|温か|あたたか|ほのぼの|\b(?:bright(?:er)?|cheer(?:ful|ier|y)|merrier|warmer|heart-?warming)\b/iu,
    "warm",
  ],
  [/悲し|切な|哀し|\b(?:sad(?:der)?|sorrowful|bittersweet|melancholy)\b/iu, "sad"],
  [/面白おかし|コミカル|コメディ(?:タッチ)?に|笑え|ギャグ|\b(?:funn(?:y|ier)|comical|sillier)\b/iu, "comic"],
  [
    /怖く|恐ろし|不気味|ホラー(?:風|っぽ)|\b(?:scar(?:y|ier)|eer(?:ie|ier)|creep(?:y|ier)|spook(?:y|ier))\b/iu,
    "eerie",
  ],
  [/勇まし|英雄的|熱く|燃える|\b(?:heroic|epic|more exciting)\b/iu, "heroic"],
  [/寂し|さびし|孤独(?:な|に)|\b(?:lonel(?:y|ier))\b/iu, "lonely"],
  [/ロマンチック|甘く|\b(?:romantic|sweeter)\b/iu, "romantic"],
];

export function moodIn(said: string): Mood | undefined {
  return MOODS.find(([pattern]) => pattern.test(said))?.[1];
}

export interface Tone {
  /** As the book calls it, in its language. */
  name: Record<Language, string>;
  mood: Mood;
}

const GENRES: readonly [RegExp, Tone][] = [
  [/ホラー|怪談|\bhorror\b|\bghost story\b/iu, { name: { ja: "ホラー", en: "Horror" }, mood: "eerie" }],
  [/コメディ|喜劇|ギャグ|\bcomedy\b/iu, { name: { ja: "コメディ", en: "Comedy" }, mood: "comic" }],
  [/恋愛|ラブ|\b(?:romance|love story)\b/iu, { name: { ja: "恋愛", en: "Romance" }, mood: "romantic" }],
  [
    /冒険|バトル|アクション|\b(?:adventure|action|battle)\b/iu,
    { name: { ja: "冒険", en: "Adventure" }, mood: "heroic" },
  ],
  [
    /ミステリー|サスペンス|推理|\b(?:mystery|suspense|thriller)\b/iu,
    { name: { ja: "ミステリー", en: "Mystery" }, mood: "tense" },
  ],
  [/悲劇|\btragedy\b/iu, { name: { ja: "悲劇", en: "Tragedy" }, mood: "sad" }],
  [
    /日常|ほのぼの|\b(?:slice of life|everyday)\b/iu,
    { name: { ja: "日常", en: "Slice of life" }, mood: "warm" },
  ],
];

const THEMES: readonly [RegExp, Tone][] = [
  [/友情|仲間|\bfriendship\b/iu, { name: { ja: "友情", en: "friendship" }, mood: "warm" }],
  [/家族|\bfamily\b/iu, { name: { ja: "家族", en: "family" }, mood: "warm" }],
  [/やさしさ|優しさ|思いやり|\bkindness\b/iu, { name: { ja: "やさしさ", en: "kindness" }, mood: "warm" }],
  [/勇気|\bcourage\b|\bbravery\b/iu, { name: { ja: "勇気", en: "courage" }, mood: "heroic" }],
  [/孤独|\bloneliness\b|\bsolitude\b/iu, { name: { ja: "孤独", en: "loneliness" }, mood: "lonely" }],
  [/恋|愛|\blove\b/iu, { name: { ja: "恋", en: "love" }, mood: "romantic" }],
  [/別れ|喪失|\b(?:loss|grief|parting)\b/iu, { name: { ja: "別れ", en: "parting" }, mood: "sad" }],
  [/恐怖|\bfear\b|\bdread\b/iu, { name: { ja: "恐怖", en: "fear" }, mood: "eerie" }],
  [/笑い|ユーモア|\bhumou?r\b|\blaughter\b/iu, { name: { ja: "笑い", en: "laughter" }, mood: "comic" }],
];

const find = (tones: readonly [RegExp, Tone][], said: string) =>
  tones.find(([pattern]) => pattern.test(said))?.[1];

export const genreIn = (said: string): Tone | undefined => find(GENRES, said);
export const themeIn = (said: string): Tone | undefined => find(THEMES, said);

/** The names that are understood, for whoever named another one. */
export const namesOf = (what: "genre" | "theme", language: Language): string =>
  (what === "genre" ? GENRES : THEMES)
    .map(([, { name }]) => name[language])
    .join(language === "ja" ? "、" : ", ");
