// The tables of words for things in either language: the nouns of `assets/things/things.tsv`, and the patterns of `patterns.tsv` beside it,
// which look at what stands before and behind a word.
import type { Cues } from "../../../words/cues.ts";
import type { ThingWords } from "../../../words/word-tables.ts";
import type { Prop } from "../../closed/staging.ts";
import { THING_PACK } from "../../closed/thing-pack.ts";
import { handledJa, thingsEn, thingsJa, wholeJa } from "./thing-tables.ts";

type Read = (table: Record<Prop, string>) => Cues<Prop>;

/** The nouns of a column, by thing: those that `starts` takes, without so many letters of a mark. */
const nounsIn = (column: "en" | "ja" | "kin", starts = /^/u, mark = 0): [Prop, string][] =>
  THING_PACK.rows.flatMap(({ name = "", [column]: cell = "" }): [Prop, string][] => {
    const words = cell.split("|").filter((word) => word !== "" && starts.test(word));
    return words.length > 0 ? [[name, words.map((word) => word.slice(mark)).join("|")]] : [];
  });

/** What is drawn in the place of things that nobody draws: the nearest in shape and use. */
export const KIN_OF_THINGS = nounsIn("kin");

/** The patterns of a language, table by table: rows of one field that are read in one way. */
function patternsOf(language: string, ways: Readonly<Record<string, Read>>): Cues<Prop> {
  const own = THING_PACK.patterns.filter((row) => row.language === language);
  const tables = Map.groupBy(own, ({ field, read }) => `${field} ${read}`);
  return [...tables.values()].flatMap((rows) => {
    const read = ways[rows[0]?.read ?? ""];
    return read ? read(Object.fromEntries(rows.map(({ name = "", pattern = "" }) => [name, pattern]))) : [];
  });
}

/** Words and turns of speech in which the name of a thing stands for something else: nobody sees a hatchet when it is buried. */
const sayingsOf = (language: string): RegExp =>
  new RegExp(
    THING_PACK.patterns
      .flatMap((row) => (row.language === language && row.read === "saying" ? [row.pattern] : []))
      .join("|"),
    "giu",
  );

/** Heads of compounds that are no things themselves: a flower shop is no flower. */
const COMPOUNDS_EN =
  /^[ -](?:shops?|stores?|stalls?|factory|factories|lessons?|players?|teachers?|clubs?|stands?|racks?|makers?|sellers?|trees?|bush(?:es)?|gardens?|fields?|schools?|rooms?|walls?|floors?|bridges?|yards?|markets?|museums?|part(?:y|ies)|practice|concerts?|music|matches|races?|games?|teams?|beds?|posts?|stops?|offices?|tower|towers|prints?|crumbs|shells?|holes?|shots?|wound|fights?|polish|laces?|pond|ponds|trip|trips|ride|rides|thie(?:f|ves)|collection|rack|club|maker|festival|merchant|blossoms?|season|colou?red|shaped|coloured)\b/iu;

/** 花屋, ピアノ教室, 桃色: what is sold, taught, or the colour of it. */
const COMPOUNDS_JA =
  /^(?:屋(?![根敷上外内])|店(?![先頭の])|売り|職人|工場|教室|大会|作り|造り|柄|模様|色(?=[のにをがはだで、])|遊び(?!道具)|(?:立て|入れ|置き|敷き|掛け|つかみ|置き場)(?=[がはにをのもとや、。だで])|狩り|畑|祭り?(?![らりるれ])|部(?=[のにがはを員])|木(?=[のにがはを]))/u;

export const THING_WORDS_EN: ThingWords = {
  sayings: sayingsOf("en"),
  compounds: COMPOUNDS_EN,
  props: [...thingsEn(Object.fromEntries(nounsIn("en"))), ...patternsOf("en", { word: thingsEn })],
};

export const THING_WORDS_JA: ThingWords = {
  sayings: sayingsOf("ja"),
  compounds: COMPOUNDS_JA,
  props: [
    ...thingsJa(Object.fromEntries(nounsIn("ja", /^[^=~]/u))),
    // `=鍋` is a part of many other words, and `~菜` means something else unless it is handled like a thing.
    ...wholeJa(Object.fromEntries(nounsIn("ja", /^=/u, 1))),
    ...handledJa(Object.fromEntries(nounsIn("ja", /^~/u, 1))),
    ...patternsOf("ja", { word: thingsJa, whole: wholeJa, handled: handledJa }),
  ],
};
