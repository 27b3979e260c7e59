// Changes of the people of a book: how they look, and who is in it at all.
import type { Character, Outfit } from "../../../manga/cast.ts";
import type { Person } from "../../../manga/concept.ts";
import type { Language } from "../../../manga/language.ts";
import { deriveSeed } from "../../../manga/seed.ts";
import { AGE_BANDS, ageBandOf, describeLook, type Look } from "../describe-look.ts";
import { coloursIn, languageOf, withoutColour } from "../look-words.ts";
import { firstCue, occurs } from "../words/cues.ts";
import type { LookToken } from "./look-tokens.ts";
import type { LookClause } from "./read-looks.ts";
import { wishWords } from "./wish-words.ts";

const YEARS = /(\d{1,3})\s*(?:歳|才)|\b(\d{1,3})[ -]years?[ -]old\b/iu;
const YOUNGER = /若く|若がえ|幼く|\byounger\b/iu;
const OLDER = /年を取|老け|年上に|大人っぽ|\bolder\b/iu;
const SHORTER_HAIR = /髪を(?:もっと)?短|\b(?:shorter hair|cut .* hair)\b/iu;
const LONGER_HAIR = /髪を(?:もっと)?(?:長|伸ば)|\blonger hair\b/iu;
const OF_HAIR = /髪|\bhair\b/iu;
const WITHOUT = /外|なし|なく|取っ|やめ|脱|剃|\b(?:no|without|remove|take off|off|clean-shaven|shave)\b/iu;
const BEARDS = /髭|ひげ|ヒゲ|\b(?:beards?|moustaches?|clean-shaven|shave)\b/iu;
const CLOTHES = /服|上着|\b(?:clothes|clothing|top|outfit)\b/iu;

/** A piece of clothing in the person's own words. */
const WORN = [
  /(?:^|[、,。にへは])([^、,。をにへは]{1,24})を(?:着せ|着させ|かぶせ|かぶら|被せ|被ら|つけさせ|身につけ|巻か|履かせ|はかせ)/u,
  /\b(?:wear(?:ing|s)?|put on|give (?:him|her|them|it)|dressed in) (?:an?|the|some) ([\p{L}\p{N}’' -]{2,60}?)(?=[.,;!?]|$| and\b| please\b| on (?:him|her|them)\b)/iu,
];

/** The design as the words want it; the same where they say nothing that a design has. */
export function changeDesign(design: Character, said: string, language: Language): Character {
  const { looks } = wishWords(language);
  const build = firstCue(said, looks.build) ?? design.build;
  const look: Look = {
    ...design,
    age: ageIn(said, design.age, language),
    ...(build !== undefined && { build }),
    accessories: withGlasses(design.accessories, said, language),
    outfits: changeOutfits(design.outfits, said, language),
  };
  set(look, "hair", hairIn(said, design.hair, language));
  set(look, "beard", beardIn(said, design.beard, language));
  if (JSON.stringify({ ...look, description: design.description }) === JSON.stringify(design)) return design;
  // A writer's own words tell of the old look.
  const { words: _old, ...redrawn } = look;
  return { ...redrawn, description: describeLook(redrawn, language) };
}

/** The fields of a design that a wish may change one by one. */
export const LOOK_FIELDS = ["age", "sex", "build", "hair", "beard", "accessories", "outfits"] as const;
type LookField = (typeof LOOK_FIELDS)[number];

/**
 * Applies a clause to a design and describes the result in the book's language. Returns the same design if nothing changes, and undefined
 * if a word of the clause has no effect or its ages contradict each other.
 */
export function applyClause(
  design: Character,
  { tokens, said }: Pick<LookClause, "tokens" | "said">,
  language: Language,
): Character | undefined {
  const told = ageAndSexOf(design, tokens);
  if (told === undefined) return undefined;
  const read = changeDesign(design, said, languageOf(said));
  // A garment may be one of an age; only what is said of the age itself counts.
  const isCompared = occurs(said, YOUNGER) || occurs(said, OLDER);
  // Younger by so many years is another thing than an age.
  if (isCompared && tokens.some(({ kind }) => kind === "age" || kind === "who")) return undefined;
  const wanted: Character = { ...read, sex: told.sex, age: isCompared ? read.age : told.age };
  // Short hair makes nobody small.
  if (occurs(said, OF_HAIR) && design.build !== undefined) wanted.build = design.build;
  const isLook = tokens.some(({ kind }) => kind === "look" || kind === "garment");
  const changed = LOOK_FIELDS.filter((field) => isOther(design, wanted, field));
  if (changed.length === 0) return design;
  const isRead = !isLook || changed.some((field) => isCompared || (field !== "age" && field !== "sex"));
  return isRead && areWorn(wanted, tokens, said) ? withDescription(wanted, language) : undefined;
}

/** Restores the named fields of a design to their values before the wish. */
export function restoreFields(
  design: Character,
  before: Character,
  { fields, language }: { fields: readonly LookField[]; language: Language },
): Character {
  const kept = { ...design };
  for (const field of fields) {
    if (before[field] === undefined) delete kept[field];
    else Object.assign(kept, { [field]: before[field] });
  }
  return LOOK_FIELDS.some((field) => isOther(before, kept, field)) ? withDescription(kept, language) : before;
}

function withDescription(design: Character, language: Language): Character {
  const { words: _old, ...look } = design;
  return { ...look, description: describeLook(look, language) };
}

const isOther = (a: Character, b: Character, field: LookField) =>
  JSON.stringify(a[field]) !== JSON.stringify(b[field]);

function ageAndSexOf(
  { age, sex }: Character,
  tokens: readonly LookToken[],
): Pick<Character, "age" | "sex"> | undefined {
  const ages = tokens.flatMap((token) => (token.kind === "age" ? [token.age] : []));
  const whom = tokens.flatMap((token) => (token.kind === "who" ? [token] : []));
  const bands = AGE_BANDS.filter((band) => whom.every((one) => one.bands.includes(band)));
  const sexes = new Set(whom.map((one) => one.sex).filter((one) => one !== "unknown"));
  const [told] = ages;
  if (ages.length > 1 || sexes.size > 1 || bands.length === 0) return undefined;
  if (told !== undefined && !bands.includes(ageBandOf(told))) return undefined;
  const [first = "adult"] = whom[0]?.bands.filter((band) => bands.includes(band)) ?? [];
  const isKept = whom.length === 0 || bands.includes(ageBandOf(age));
  return { age: told ?? (isKept ? age : first), sex: [...sexes][0] ?? sex };
}

/** Every piece that is named is worn now, or not any more. */
function areWorn({ outfits }: Character, tokens: readonly LookToken[], said: string): boolean {
  const worn = outfits.flatMap((outfit) => outfit.worn).map((one) => one.toLowerCase());
  const isGone = occurs(said, WITHOUT);
  return tokens.every(({ kind, text }) => {
    if (kind !== "garment" || occurs(text, CLOTHES)) return true;
    const piece = pieceOf(text);
    const { looks } = wishWords(languageOf(text));
    const noun = piece === undefined ? text : (firstCue(text, looks[piece])?.replace("-", " ") ?? text);
    if (isGone) return piece === "hat" && !worn.some((one) => pieceOf(one) === "hat");
    return worn.some((one) => one.includes(noun) || one.includes(text.toLowerCase()));
  });
}

/** Sets a field where it stands among the others, or takes it away. */
function set(look: Look, field: "hair" | "beard", value: string | undefined): void {
  if (value === undefined) delete look[field];
  else look[field] = value;
}

function ageIn(said: string, age: string, language: Language): string {
  const years = YEARS.exec(said)
    ?.slice(1)
    .find((group) => group !== undefined);
  if (years !== undefined) return years;
  const by = occurs(said, YOUNGER) ? -1 : occurs(said, OLDER) ? 1 : 0;
  if (by === 0) return firstCue(said, wishWords(language).ages) ?? age;
  const at = AGE_BANDS.indexOf(ageBandOf(age)) + by;
  return AGE_BANDS[Math.max(0, Math.min(AGE_BANDS.length - 1, at))] ?? age;
}

/** Style and colour, each as it was where the words do not say it. A phrase of one part is a style in a writer's own words. */
function hairIn(said: string, hair: string | undefined, language: Language): string | undefined {
  const { looks } = wishWords(language);
  const length = occurs(said, SHORTER_HAIR) ? "short" : occurs(said, LONGER_HAIR) ? "long" : undefined;
  const style = length ?? firstCue(said, looks.hair);
  const colour = coloursIn(said).hair ?? firstCue(said, looks.hairFill);
  if (style === undefined && colour === undefined) return hair;
  const [oldStyle = "", oldColour] = hair?.split(", ") ?? [];
  const kept = oldColour ?? coloursIn(oldStyle).other;
  const parts = [style ?? (colour === undefined ? oldStyle : withoutColour(oldStyle)), colour ?? kept];
  return parts.filter((part) => part !== undefined && part !== "").join(", ");
}

function beardIn(said: string, beard: string | undefined, language: Language): string | undefined {
  if (!occurs(said, BEARDS)) return beard;
  if (occurs(said, WITHOUT)) return undefined;
  const found = firstCue(said, wishWords(language).looks.beard);
  return found === "full" ? "full beard" : (found ?? beard);
}

function withGlasses(accessories: readonly string[], said: string, language: Language): string[] {
  const { glasses } = wishWords(language).looks;
  if (!occurs(said, glasses)) return [...accessories];
  const isGlasses = (one: string) => occurs(one, wishWords(languageOf(one)).looks.glasses);
  if (occurs(said, WITHOUT)) return accessories.filter((one) => !isGlasses(one));
  return accessories.some(isGlasses) ? [...accessories] : [...accessories, "glasses"];
}

type Piece = "top" | "bottom" | "hat";
const PIECES: readonly Piece[] = ["hat", "bottom", "top"];

/** On which part of the body a piece of clothing is; undefined for what goes with any other. */
function pieceOf(worn: string): Piece | undefined {
  // The lexicon has the word in `sailor suit` alone.
  if (/\bsailor$/u.test(worn)) return "top";
  const { looks } = wishWords(languageOf(worn));
  return PIECES.find((piece) => firstCue(worn, looks[piece]) !== undefined);
}

/** By the words for hats of the language that is asked in, one or several of them. */
const namesHat = (said: string): boolean => {
  const { hat } = wishWords(languageOf(said)).looks;
  return [said, said.replace(/s\b/gu, "")].some((words) => firstCue(words, hat) !== undefined);
};

/** Every outfit with the pieces that the words name, in the place of those that were there. */
function changeOutfits(outfits: readonly Outfit[], said: string, language: Language): Outfit[] {
  const { looks } = wishWords(language);
  const isWithout = occurs(said, WITHOUT);
  const own = WORN.map((pattern) => pattern.exec(said)?.[1]?.trim()).find((words) => words !== undefined);
  const ownPiece = own === undefined ? undefined : pieceOf(own);
  const colour = coloursIn(said).other;
  const isTop = firstCue(said, looks.top) !== undefined;
  const changes: [Piece, string][] = PIECES.flatMap((piece) => {
    const named = firstCue(said, looks[piece])?.replace("-", " ");
    if (named === undefined || (piece === "hat" && isWithout)) return [];
    // Words of the book's own artist where they are Japanese, which designs are not in.
    if (own !== undefined && ownPiece === piece && languageOf(own) === "en") return [[piece, own]];
    const isColoured = piece === "top" || (piece === "hat" && !isTop && !occurs(said, CLOTHES));
    return [[piece, isColoured && colour !== undefined ? `${colour} ${named}` : named]];
  });
  const isOther = own !== undefined && ownPiece === undefined && !occurs(own, looks.glasses);
  return outfits.map((outfit) => {
    let { worn } = outfit;
    if (isWithout && namesHat(said)) worn = worn.filter((one) => pieceOf(one) !== "hat");
    if (occurs(said, CLOTHES) && !isTop && colour !== undefined) {
      worn = worn.map((one) => (pieceOf(one) === "top" ? `${colour} ${withoutColour(one)}` : one));
    }
    for (const [piece, words] of changes) worn = withPiece(worn, piece, words);
    if (isOther && !worn.includes(own)) worn = [...worn, own];
    return { ...outfit, worn: worn.slice(0, MOST_WORN) };
  });
}

/** As many pieces as an outfit has. */
const MOST_WORN = 12;

/** A piece of which no colour is said keeps that of the one before it; a hat, of which there need be none, is as it is named. */
function withPiece(worn: readonly string[], piece: Piece, words: string): string[] {
  const at = worn.findIndex((one) => pieceOf(one) === piece);
  const before = worn[at];
  if (before === undefined) return [...worn, words];
  const noun = (one: string) => firstCue(one, wishWords(languageOf(one)).looks[piece]);
  const colour = coloursIn(words).other;
  if (colour === undefined && noun(before) === noun(words)) return [...worn];
  const kept = colour === undefined && piece !== "hat" ? coloursIn(before).other : undefined;
  return worn.with(at, kept === undefined ? words : `${kept} ${words}`);
}

/** Somebody new, of whom nothing is known but what the words say. */
export function newPerson(people: readonly Person[], name: string, language: Language): Person {
  const { kinds, ages } = wishWords(language);
  const number = Math.max(0, ...people.map(({ id }) => Number(id.slice(1)))) + 1;
  return {
    ...{ id: `c${number}`, name, aliases: [], role: "support", sex: "unknown", notes: "" },
    kind: firstCue(name, kinds) ?? "human",
    age: firstCue(name, ages) ?? "adult",
  };
}

const HAIR = ["short", "bob", "messy", "curly", "swept", "crop", "spiky", "long"] as const;
const TOPS = ["shirt", "jacket", "sweater", "coat", "hoodie"] as const;

/** A look that nobody else has yet. */
export function designOf(
  person: Person,
  others: readonly Character[],
  { seed, language }: { seed: number; language: Language },
): Character {
  const hair = others.map((other) => other.hair ?? "");
  const worn = others.flatMap(({ outfits }) => outfits.flatMap((outfit) => outfit.worn));
  const unused = (words: readonly string[], used: readonly string[]) =>
    words.find((word) => !used.some((one) => one.includes(word))) ?? words[0] ?? "";
  const { id, name, kind, age, sex } = person;
  const look: Look = {
    ...{ id, name, kind, age, sex, hair: `${unused(HAIR, hair)}, mid`, build: "average", marks: [] },
    outfits: [{ id: "o1", worn: [`light ${unused(TOPS, worn)}`, "dark trousers"], scenes: [] }],
    accessories: [],
    look: deriveSeed(seed, "newcomer", id, name),
  };
  return { ...look, description: describeLook(look, language) };
}
