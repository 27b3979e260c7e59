// The tables of words for things in either language: the nouns of `assets/things/things.tsv`, and the patterns of `patterns.tsv` beside it,
// which look at what stands before and behind a word.
import type { Cues, ThingWords } from "../../../words/cues.ts";
import type { Prop } from "../../closed/staging.ts";
import { THING_PACK } from "../../closed/thing-pack.ts";
import { LISTED_EN, LISTED_JA } from "./listed-words.ts";
import { handledJa, thingsEn, thingsJa, wholeJa } from "./thing-tables.ts";

type Read = (table: Record<Prop, string>) => Cues<Prop>;

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
  props: [...LISTED_EN, ...patternsOf("en", { word: thingsEn })],
};

export const THING_WORDS_JA: ThingWords = {
  sayings: sayingsOf("ja"),
  compounds: COMPOUNDS_JA,
  props: [...LISTED_JA, ...patternsOf("ja", { word: thingsJa, whole: wholeJa, handled: handledJa })],
};
