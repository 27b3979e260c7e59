// The only way by which words of a story or a person enter a picture prompt: on one line, without quotation marks (Google's image
// models draw quoted words as lettering), with wounds and undress softened, and about somebody under 18 reduced to face, hair and clothes.
import { BODILY, milder } from "./milder-words.ts";

/** Characters of one free text in a prompt. */
const MOST_CHARACTERS = 300;
/** Of a prompt that a person wrote: the API takes no more. */
const MOST_OWN_CHARACTERS = 2_000;

/** Control characters, and those that are not seen: byte order marks, changes of direction. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}]/gu;
const DOUBLE_QUOTES = /["“”„‟«»‹›「」『』〝〞〟＂`]/gu;
/** Single ones that are no apostrophe inside a word. */
const SINGLE_QUOTES = /(?<![\p{L}\p{N}])['‘’‚]|['‘’‚](?![\p{L}\p{N}])/gu;

/** A text as it may stand in a picture prompt; empty when nothing of it may. */
export const freeWords = (text: string): string => softWords(text, MOST_CHARACTERS);

/** A prompt or an instruction that a person wrote for one picture, as it may be sent. */
export const ownWords = (text: string): string => softWords(text, MOST_OWN_CHARACTERS);

function softWords(text: string, most: number): string {
  const line = text
    .normalize("NFC")
    .replaceAll(UNSEEN, " ")
    .replaceAll(DOUBLE_QUOTES, "")
    .replaceAll(SINGLE_QUOTES, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  // Softened before it is cut: a word that is cut in two is not recognised.
  return [...milder(line, [BODILY.en, BODILY.ja])].slice(0, most).join("").trim();
}

/** A clause about one of these may describe somebody under 18. */
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
/** A clause with one of these describes the body. */
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

/** How a body is built, said beside what somebody does. */
const BUILDS =
  /\b(?:slim|slender|skinny|petite|plump|shapely|muscular|well-built|long-legged|half-dressed|graceful)\b ?|(?:細身|華奢|小柄|痩せた|スタイルのいい)[なの]?/giu;

/** What happens in a picture with somebody under 18, without words for how anybody is built. */
export const youngMoment = (text: string) => freeWords(text).replaceAll(BUILDS, "").trim();

/** The clauses of a description that tell of face, hair or clothes and of nothing else of the body. */
export const youngLook = (text: string) =>
  clausesOf(text, (clause) => FACE_HAIR_CLOTHES.test(clause) && !BODY.test(clause));

/** Answers to questions about hair, face and clothes alone, without the clauses that tell of the body all the same. */
export const youngAnswers = (text: string) => clausesOf(text, (clause) => !BODY.test(clause));

function clausesOf(text: string, mayBeSaid: (clause: string) => boolean): string {
  return freeWords(text)
    .split(/[,;.:、，。；]|\band\b|\bwith\b/iu)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "" && mayBeSaid(clause))
    .join(", ");
}
