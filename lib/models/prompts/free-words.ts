// The only way for words of a story or a user into a picture prompt: on one line, without quotation marks (Google's image models letter
// quoted words), with wounds and undress softened, and about anyone under 18 reduced to face, hair and clothes.
import { BODILY, milder } from "./milder-words.ts";

/** Most characters of one free text in a prompt. */
const MOST_CHARACTERS = 300;
/** Most characters of a prompt that a user wrote; the API's limit. */
const MOST_OWN_CHARACTERS = 2_000;

/** Control characters and invisible ones: byte order marks, direction marks. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}]/gu;
const DOUBLE_QUOTES = /["“”„‟«»‹›「」『』〝〞〟＂`]/gu;
/** Single quotation marks, except apostrophes inside words. */
const SINGLE_QUOTES = /(?<![\p{L}\p{N}])['‘’‚]|['‘’‚](?![\p{L}\p{N}])/gu;

/** A text for a picture prompt; empty if nothing of it is allowed. */
export const freeWords = (text: string): string => softWords(text, MOST_CHARACTERS);

/** A user's own prompt or instruction for one picture. */
export const ownWords = (text: string): string => softWords(text, MOST_OWN_CHARACTERS);

function softWords(text: string, most: number): string {
  const line = text
    .normalize("NFC")
    .replaceAll(UNSEEN, " ")
    .replaceAll(DOUBLE_QUOTES, "")
    .replaceAll(SINGLE_QUOTES, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  // Softened before it is cut, because a word cut in two would not be recognised.
  return [...milder(line, [BODILY.en, BODILY.ja])].slice(0, most).join("").trim();
}

/** Words of clauses that may be told of someone under 18. */
const FACE_HAIR_CLOTHES = new RegExp(
  [
    ...["face", "eyes?", "eyed", "brows?", "freckle[ds]?", "nose", "ears?", "smile", "cheeks?", "glasses"],
    ...["hair", "haired", "braids?", "ponytail", "bob", "bangs", "fringe", "curls?", "bun", "ribbons?"],
    ...["clothes", "uniform", "coat", "jacket", "dress", "skirt", "shirt", "sweater", "trousers", "shoes"],
    ...["boots", "hat", "cap", "scarf", "kimono", "robe", "apron", "hoodie", "sailor", "cloak", "gloves"],
  ]
    .map((word) => `\\b${word}\\b`)
    .concat(
      "顔|目|瞳|眉|そばかす|鼻|耳|頬|笑|眼鏡|メガネ|髪|おかっぱ|三つ編み|お下げ|ポニーテール|ツインテール|ボブ|ショート|リボン",
      "服|着物|浴衣|袴|コート|上着|スカート|シャツ|セーター|ズボン|靴|帽子|マフラー|エプロン|羽織|手袋|制服",
    )
    .join("|"),
  "iu",
);
/** Words of clauses that describe the body. */
const BODY = new RegExp(
  [
    ...["body", "bodies", "figure", "build", "built", "slim", "slender", "skinny", "thin", "plump", "petite"],
    ...["chest", "bust", "hips?", "waist", "legs?", "legged", "skin", "curves?", "shapely", "muscular"],
    ...["bare", "barefoot", "tight", "short skirt", "revealing", "shoulders?", "back", "belly", "swimsuit"],
    ...["graceful", "sweaty", "wet"],
  ]
    .map((word) => `\\b${word}\\b`)
    .concat(
      "体|身体|身体つき|胸|尻|腰|脚|足|太もも|肌|肩|腹|背中|細身|華奢|痩せ|スタイル|水着|濡れ|裸|上品な",
    )
    .join("|"),
  "iu",
);

/** Words for a body's build. */
const BUILDS =
  /\b(?:slim|slender|skinny|petite|plump|shapely|muscular|well-built|long-legged|half-dressed|graceful)\b ?|(?:細身|華奢|小柄|痩せた|スタイルのいい)[なの]?/giu;

/** What happens in a picture with someone under 18, without words for anyone's build. */
export const youngMoment = (text: string) => freeWords(text).replaceAll(BUILDS, "").trim();

/** The clauses of a description that are about face, hair or clothes and nothing else of the body. */
export const youngLook = (text: string) =>
  clausesOf(text, (clause) => FACE_HAIR_CLOTHES.test(clause) && !BODY.test(clause));

/** Answers about hair, face or clothes, without clauses that describe the body. */
export const youngAnswers = (text: string) => clausesOf(text, (clause) => !BODY.test(clause));

function clausesOf(text: string, mayBeSaid: (clause: string) => boolean): string {
  return freeWords(text)
    .split(/[,;.:、，。；]|\band\b|\bwith\b/iu)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "" && mayBeSaid(clause))
    .join(", ");
}
