// For tests: stories crafted to be slow to read, of any length. Most repeat a piece that an unguarded pattern starts to match at every
// position and fails to match far behind it.

/** A story of about `length` UTF-16 units. */
export type CraftedStory = (length: number) => string;

const fill = (piece: string, length: number): string =>
  piece.repeat(Math.max(0, Math.ceil(length / piece.length))).slice(0, Math.max(0, length));

/** Pieces made from a counter, up to the length. */
function counted(length: number, piece: (index: number) => string): string {
  let text = "";
  for (let index = 0; text.length < length; index += 1) text += piece(index);
  return text;
}

/** A sentence that makes the story's language certain. */
const ENGLISH = "The boy said that it was the day and she was with him. ";
const JAPANESE = "雨の夜、ミナは駅で猫を見つけた。";
/** English text for stories whose pieces have no words, long enough for language detection. */
const muchEnglish = (length: number): string => fill("and the boy was in it. ", length * 0.3);

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ";
const KANJI = "田山川中村井木本藤野原島林森池橋石前後東西南北上下大小高青赤白黒";
const digit = (digits: string, index: number, place: number): string =>
  digits.charAt(Math.floor(index / digits.length ** place) % digits.length);
const englishName = (index: number): string =>
  `B${digit(LETTERS, index, 0)}${digit(LETTERS, index, 1)}${digit(LETTERS, index, 2)}o`;
const capitals = (index: number): string => englishName(index).toUpperCase();
const katakanaName = (index: number): string =>
  digit(KATAKANA, index, 0) + digit(KATAKANA, index, 1) + digit(KATAKANA, index, 2);
const kanjiName = (index: number): string => digit(KANJI, index, 0) + digit(KANJI, index, 1);

/** Stories that repeat one piece after a sentence of its language. */
const REPEATED_ENGLISH = {
  plain: "The old woman walked to the sea and she was happy. ",
  oneSentence: "and the boy went to the house with the dog ",
  shortSentences: "It is. ",
  doubleMarks: '"',
  quotes: 'x "a b" ',
  quotesOfOneLetter: '"x" ',
  openCurlyQuotes: "“",
  closedCurlyQuotes: "”",
  nestedCurlyQuotes: "“‘",
  singleQuotes: " 'A",
  singleQuotesAfterDash: "—'A ",
  closingSingleQuotes: "a.' ",
  speechInRuns: '"Yes." "No." ',
  speechInParagraphs: '"Yes."\n\n"No."\n\n',
  heSaidSheSaid: '"Yes," he said. "No," she said. ',
  said: "said ",
  saidHe: "said he said she ",
  sign: "the sign read ",
  dashes: "— a ",
  dashesInLines: "— a b\n",
  dashesAlone: "—",
  spacedDashes: " — ",
  hyphens: "a-b-",
  hyphensAlone: "-",
  apostrophes: "a’b’",
  capitals: "Abc Def of Ghi ",
  capitalsInRun: "Ab",
  capitalLettersAlone: "A",
  initials: "A. ",
  honorifics: "Mr. A ",
  honorificsAlone: "Mr. ",
  titles: "Old Little Mr. ",
  abbreviations: "e.g. Dr. ",
  articles: "the ",
  adjectives: "an old, tall, thin, grey ",
  commas: "the boy, ",
  numbers: "twenty-one ",
  digits: "1",
  decimals: "1.",
  dots: ".",
  spacedDots: ". ",
  ellipses: "… ",
  ellipsesWithQuotes: "...'",
  marks: ".'",
  marksAndQuotes: '."',
  exclamations: "?!",
  trailingSpaces: ".   ",
  openBrackets: "(",
  openBracketsWithDots: "(. ",
  openSquareBrackets: "[",
  closingBrackets: ".)]",
  spaces: " ",
  tabs: "a\t",
  newlines: "\n",
  shortLines: "the boy\n",
  wrappedLines: "the boy went to the\nold house by the sea\n",
  hashes: "#",
  headings: "# x\n\n",
  hashesAndSpaces: "# ",
  stars: "*",
  starsAndSpaces: "* \n",
  lowerWords: "blah ",
  longWord: "a",
  things: "a cup, a dog, a cat, a table, a chair, ",
  places: "In the shop. In the park. ",
  roles: "the old woman and the young man and the boy ",
  conjunctions: "and then he and then she ",
  mail: "> > ",
  colons: "A: ",
  colonsAlone: ":",
  emoji: "👩\u200D",
  loneSurrogates: "\uD800",
  combiningMarks: "\u0301\u0316",
  accentedLetters: "e\u0301\u0316",
  hangulLetters: "\u1100\u1161",
  directions: "\u202Eabc\u202C ",
  ligatures: "ﬁ",
} as const;

const REPEATED_JAPANESE = {
  plain: "ミナは駅へ歩いて行き、とても嬉しかった。",
  oneSentence: "そして彼は歩いて行って家に着いて犬を見て",
  shortSentences: "犬。",
  openQuotes: "「",
  openDoubleQuotes: "『",
  openQuotesOfTwoKinds: "「『",
  closingQuotes: "」",
  shortQuotes: "「あ」",
  quotesWithNo: "「あ」の",
  quotesWithWo: "「あ」を",
  quotesBetweenStops: "。「あ」。",
  quotesWritten: "「あ」と書いた",
  openBrackets: "（",
  openBracketsWithStops: "（。",
  openBracketsWithSpaces: "。（　　　",
  thoughts: "。（どうしよう）",
  openNotes: "［＃「",
  openHeadings: "［＃大見出し］",
  markedHeadings: "［＃「犬」は大見出し］",
  notes: "［＃改行］",
  ruby: "漢字《かんじ》",
  openRuby: "漢漢漢漢漢漢漢漢漢漢《か",
  bars: "｜",
  barsWithKanji: "｜漢",
  exclamations: "！",
  stopsWithClosings: "。」",
  ellipses: "……",
  dashes: "――",
  longVowels: "ー",
  wideSpaces: "　",
  hiragana: "あ",
  katakana: "ア",
  katakanaWithDots: "アー・",
  kanji: "犬",
  kanjiNumbers: "一",
  chapters: "第一章",
  particleNo: "犬の",
  particleNoAlone: "の",
  particleWa: "は",
  particleGa: "彼が",
  particleTo: "と言",
  adjectives: "青い犬の",
  kin: "彼の父の母の",
  saying: "という犬という",
  pastForms: "歩いた走った",
  commas: "犬、",
  names: "田中さんと山田さんと",
  roles: "老人と少女と少年と",
  things: "茶碗と犬と猫と机と椅子と",
  lines: "犬が走り\n",
  openQuoteLines: "「犬\n",
  talk: "「はい」\n「いいえ」\n",
  colophons: "\n底本",
  halfwidthKatakana: "ｶﾞ",
  voicedMarks: "か\u3099",
} as const;

const OTHERS = {
  // Nested as deep as half the text.
  nestedQuotes: (n) => `${JAPANESE}${"「".repeat(n / 2)}${"」".repeat(n / 2)}`,
  nestedQuotesOfTwoKinds: (n) => `${JAPANESE}${"「『".repeat(n / 4)}${"』」".repeat(n / 4)}`,
  nestedBrackets: (n) => `${JAPANESE}${"（".repeat(n / 2)}${"）".repeat(n / 2)}`,
  spacesThenBrackets: (n) => `${JAPANESE}${"　".repeat(n / 2)}${"（".repeat(n / 2)}あ`,
  // One spoken line.
  longSpeech: (n) => `${JAPANESE}「${fill("そうだね、", n)}」`,
  longSpeechOfNames: (n) => `${JAPANESE}「${fill("ミナ、", n)}」とミナは言った。`,
  longThought: (n) => `${JAPANESE}（${fill("そうだね、", n)}）`,
  longEnglishSpeech: (n) => `${muchEnglish(n)}"${fill("blah blah ", n * 0.7)}"`,
  longEnglishSpeechOfNames: (n) => `${muchEnglish(n)}"${fill("Mina, ", n * 0.7)}"`,
  unclosedSpeech: (n) => `${JAPANESE}\n「${fill("犬が走った\n", n)}`,
  unclosedEnglishSpeech: (n) => `${ENGLISH}\n"x\n${fill("the boy\n", n)}`,
  // Many verbs of saying long before the quotes.
  saidThenQuotes: (n) => `${ENGLISH}${fill("said ", n / 2)}. x ${fill('y "a b" ', n / 2)}`,
  signThenQuotes: (n) => `${muchEnglish(n)}${fill("sign ", n * 0.35)}! x ${fill('y "a b" ', n * 0.35)}`,
  quotesWithoutStop: (n) => `${muchEnglish(n)}x${fill(' "a b" y', n * 0.7)}`,
  // Characters.
  manyNames: (n) => ENGLISH + counted(n, (i) => `"Hi," said ${englishName(i)}. `),
  manyKatakanaNames: (n) => JAPANESE + counted(n, (i) => `「やあ」と${katakanaName(i)}は言った。`),
  manyKanjiNames: (n) => JAPANESE + counted(n, (i) => `${kanjiName(i)}さんは「やあ」と言った。`),
  manySpeakers: (n) => muchEnglish(n) + counted(n * 0.7, (i) => `\n${capitals(i)}: Hi.`),
  manySpeakersTwice: (n) => muchEnglish(n) + counted(n * 0.7, (i) => `\n${capitals(Math.floor(i / 2))}: Hi.`),
  manyJapaneseSpeakers: (n) =>
    `${JAPANESE}${counted(n, (i) => `\n${katakanaName(Math.floor(i / 2))}「やあ」`)}`,
  castList: (n) => `Characters:\n${counted(n * 0.7, (i) => `${englishName(i)}: 15, boy\n`)}${muchEnglish(n)}`,
  castListWithReadings: (n) =>
    `登場人物\n${counted(n * 0.8, (i) => `${katakanaName(i)}（みな）：15歳、少年\n`)}\n${fill("ミナは駅へ歩いた。", n * 0.2)}`,
  longName: (n) => `${muchEnglish(n)}"Hi," said A${fill("a", n * 0.7)}.`,
  longHyphenedName: (n) => `${muchEnglish(n)}"Hi," said ${fill("Ab-", n * 0.7)}a.`,
  // One long run of spaces inside a line.
  spacesInside: (n) => `${ENGLISH}${" ".repeat(n)}x. ${ENGLISH}`,
  spacesInScriptLine: (n) => `${muchEnglish(n)}\nMina${" ".repeat(n * 0.7)}x`,
  spacesInManyScriptLines: (n) => muchEnglish(n) + counted(n * 0.7, () => `\nMina${" ".repeat(600)}x`),
  spacesInDashedLine: (n) => `${muchEnglish(n)}\n— a\n— c${" ".repeat(n * 0.7)}b`,
  spacesInNote: (n) => `Characters:\nMina${" ".repeat(n * 0.7)}x\n${muchEnglish(n)}`,
  wideSpacesInNote: (n) => `登場人物\nミナ${"　".repeat(n * 0.7)}x\n${fill("ミナは駅へ歩いた。", n * 0.3)}`,
  spacesInHeading: (n) => `${muchEnglish(n)}\n\n# a${" ".repeat(n * 0.7)}b\n\nThe end.`,
  hashesInHeading: (n) => `${muchEnglish(n)}\n\n# a${"#".repeat(n * 0.7)}b\n\nThe end.`,
  spacesInSubject: (n) => `From: x\nSubject: ${" ".repeat(n * 0.7)}x\n\n${muchEnglish(n)}`,
  repliesInSubject: (n) => `From: x\nTo: y\nSubject: ${fill("Re: ", n * 0.7)}\n\n${muchEnglish(n)}`,
  starsBeforeWord: (n) => `${muchEnglish(n)}\n${"*".repeat(n * 0.7)}x`,
  dotsBeforeWord: (n) => `${muchEnglish(n)}${".".repeat(n * 0.7)}x`,
  closingsBeforeWord: (n) => `${muchEnglish(n)}.${"'".repeat(n * 0.7)}x`,
  innerQuotesInScriptLine: (n) => `${JAPANESE}\nミナ「あ」\nミナ：「${fill("『", n)}」\nミナ「あ」`,
  mailHeaders: (n) => fill("From: a\n", n * 0.9) + ENGLISH,
  symbolKeys: (n) =>
    fill(`${"-".repeat(24)}\n【テキスト中に現れる記号について】\n`, n * 0.9) + JAPANESE.repeat(4),
  openSymbolKey: (n) =>
    `${"-".repeat(25)}\n【テキスト中に現れる記号について】${fill("\n---", n * 0.9)}${JAPANESE}`,
  // One long phrase, and one sentence of many clauses.
  longPossession: (n) => `${muchEnglish(n)}${fill("the boy's dog's ", n * 0.7)}`,
  longRelation: (n) => `${muchEnglish(n)}${fill("the boy who saw the dog that saw ", n * 0.7)}`,
  longJapanesePossession: (n) => JAPANESE + fill("彼の手の手の", n),
  longJapaneseSentence: (n) => JAPANESE + fill("犬が走って、", n),
  combiningMarksOnOneLetter: (n) => `${ENGLISH.repeat(20)}e${fill("\u0301\u0316", n)}`,
} satisfies Record<string, CraftedStory>;

const repeated = (
  pieces: Readonly<Record<string, string>>,
  story: (piece: string, length: number) => string,
  language: string,
): [string, CraftedStory][] =>
  Object.entries(pieces).map(([name, piece]) => [`${language} ${name}`, (length) => story(piece, length)]);

/** All stories by name. */
export const CRAFTED_STORIES: ReadonlyMap<string, CraftedStory> = new Map<string, CraftedStory>([
  ...repeated(REPEATED_ENGLISH, (piece, n) => `${muchEnglish(n)}\n\n${fill(piece, n * 0.7)}`, "en"),
  ...repeated(REPEATED_JAPANESE, (piece, n) => JAPANESE + fill(piece, n), "ja"),
  ...Object.entries(OTHERS),
]);
