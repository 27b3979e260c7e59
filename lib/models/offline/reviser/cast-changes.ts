// Changes the people of a book: their looks, and who is in it.
import type { Character, Outfit } from "../../../manga/cast.ts";
import type { Person } from "../../../manga/concept.ts";
import type { Language } from "../../../manga/language.ts";
import { deriveSeed } from "../../../manga/seed.ts";
import { AGE_BANDS, ageBandOf, describeLook, type Look } from "../describe-look.ts";
import { languageOf } from "../words/lexicon.ts";
import { SHOWN } from "../words/shown-words.ts";
import { nextId } from "./book-parts.ts";
import type { LookToken } from "./look-tokens.ts";
import { wornIn } from "./read-looks.ts";
import { WISH } from "./wish-words.ts";

/** The fields of a design that a wish can change separately. */
export const LOOK_FIELDS = ["age", "sex", "build", "hair", "beard", "accessories", "outfits"] as const;
type LookField = (typeof LOOK_FIELDS)[number];

/**
 * Applies the words of a clause to a design and describes the result in the book's language. Returns the same design if nothing changes,
 * and undefined if a word has no effect or its ages contradict each other.
 */
export function applyTokens(
  design: Character,
  tokens: readonly LookToken[],
  language: Language,
): Character | undefined {
  const own = wornIn(tokens);
  const others = tokens.filter((_, at) => !own.has(at));
  const told = ageAndSexOf(design, others);
  const hair = hairOf(design, others);
  const outfits = outfitsOf(design, tokens);
  if (told === undefined || hair === undefined || outfits === undefined) return undefined;
  const isOff = tokens.some(({ kind }) => kind === "off");
  const wanted: Character = { ...design, ...told, outfits };
  for (const { kind, value } of others) {
    if (kind === "glasses") wanted.accessories = withGlasses(design.accessories, isOff);
    if (kind === "build") wanted.build = value;
    // `beard` alone keeps an existing beard.
    const beard = value === "full" ? (design.beard ?? "full beard") : value;
    if (kind === "beard") set(wanted, "beard", isOff || value === "none" ? undefined : beard);
  }
  return described({ ...wanted, ...hair }, design, language);
}

/** Restores the named fields of a design to their values before the wish. */
export function restoreFields(
  design: Character,
  before: Character,
  { fields, language }: { fields: readonly LookField[]; language: Language },
): Character {
  const kept = { ...design };
  for (const field of fields) set(kept, field, before[field]);
  return described(kept, before, language);
}

/**
 * The look with a new description, or the old design if no field changed. A model's own words describe the old look, so they are removed.
 */
function described({ words: _old, ...look }: Character, before: Character, language: Language): Character {
  const isOther = (field: LookField) => JSON.stringify(look[field]) !== JSON.stringify(before[field]);
  return LOOK_FIELDS.some(isOther) ? { ...look, description: describeLook(look, language) } : before;
}

/** Sets a field, or deletes it. */
function set<Field extends LookField>(look: Character, field: Field, value: Character[Field]): void {
  if (value === undefined) delete look[field];
  else look[field] = value;
}

const ofKind = (tokens: readonly LookToken[], kind: LookToken["kind"]) =>
  tokens.filter((token) => token.kind === kind);

function ageAndSexOf(
  { age, sex }: Character,
  tokens: readonly LookToken[],
): Pick<Character, "age" | "sex"> | undefined {
  const whom = ofKind(tokens, "who").map(({ value }) => value.split(" "));
  const bands = AGE_BANDS.filter((band) => whom.every((one) => one.includes(band)));
  const sexes = new Set(whom.map(([one]) => one as Character["sex"]).filter((one) => one !== "unknown"));
  const ages = ofKind(tokens, "age");
  const [told, [older]] = [ages[0]?.value, ofKind(tokens, "older")];
  if (ages.length > 1 || sexes.size > 1 || bands.length === 0) return undefined;
  if (told !== undefined && !bands.includes(ageBandOf(told))) return undefined;
  // A relative age (years younger or older) contradicts a stated age.
  if (older !== undefined && ages.length + whom.length > 0) return undefined;
  if (older !== undefined) return { age: bandBeside(age, Number(older.value)), sex };
  const first = whom[0]?.find((band) => bands.some((one) => one === band)) ?? "adult";
  const isKept = whom.length === 0 || bands.includes(ageBandOf(age));
  return { age: told ?? (isKept ? age : first), sex: [...sexes][0] ?? sex };
}

const bandBeside = (age: string, by: number): string =>
  AGE_BANDS[Math.max(0, Math.min(AGE_BANDS.length - 1, AGE_BANDS.indexOf(ageBandOf(age)) + by))] ?? age;

const HAIR: readonly LookToken["kind"][] = ["hair", "haircut", "haircolour", "beard"];
const NOUNS: readonly LookToken["kind"][] = [...HAIR, "glasses", "garment", "clothes"];

/** The first colour of a noun for which `isMeant` is true: before the noun, or after the last noun of the clause. */
function colourOf(tokens: readonly LookToken[], isMeant: (noun: LookToken) => boolean): string | undefined {
  return tokens.find(({ kind }, at) => {
    if (kind !== "colour") return false;
    const isNoun = (token: LookToken) => NOUNS.includes(token.kind);
    const noun = tokens.slice(at).find(isNoun) ?? tokens.slice(0, at).findLast(isNoun);
    return noun !== undefined && isMeant(noun);
  })?.value;
}

/** Style and colour of hair. A part that the words do not state stays. A phrase of one part is a style in a model's own words. */
function hairOf(
  { hair }: Character,
  tokens: readonly LookToken[],
): Pick<Character, "hair" | "build"> | undefined {
  const cuts = ["haircut", "how", "trim"] as const;
  const isOfHair = tokens.some(({ kind }) => kind.startsWith("hair"));
  const [how] = ofKind(tokens, "how");
  const isCut = tokens.some(({ kind, value }) => kind === "trim" && value === "short");
  // A `short` person is small. Only hair can be long or be cut.
  if (!isOfHair && how !== undefined) return how.value === "short" ? { build: "small" } : undefined;
  if (isOfHair ? tokens.some(({ kind }) => kind === "off") : isCut) return undefined;
  const style = isOfHair ? cuts.flatMap((kind) => ofKind(tokens, kind))[0]?.value : undefined;
  const isHairy = ({ kind }: LookToken) => HAIR.includes(kind);
  const colour = ofKind(tokens, "haircolour")[0]?.value ?? colourOf(tokens, isHairy);
  if (style === undefined && colour === undefined) return isOfHair ? undefined : {};
  const [oldStyle = "", oldColour] = hair?.split(", ") ?? [];
  const kept = oldColour ?? WISH.first(oldStyle, "colour");
  const parts = [style ?? (colour === undefined ? oldStyle : withoutColour(oldStyle)), colour ?? kept];
  return { hair: parts.filter((part) => part !== undefined && part !== "").join(", ") };
}

function withGlasses(accessories: readonly string[], isOff: boolean): string[] {
  const isGlasses = (one: string) => WISH.first(one, "glasses") !== undefined;
  if (isOff) return accessories.filter((one) => !isGlasses(one));
  return accessories.some(isGlasses) ? [...accessories] : [...accessories, "glasses"];
}

const withoutColour = (words: string): string =>
  WISH.find(words, "colour")
    .reduceRight((rest, { at, text }) => rest.slice(0, at) + rest.slice(at + text.length), words)
    .replaceAll(/\s+/gu, " ")
    .trim();

const PIECES = ["hat", "bottom", "top"] as const;
type Piece = (typeof PIECES)[number];

/** The part of the body on which a garment is worn. Undefined for a garment that goes with any other. */
const pieceOf = (worn: string): Piece | undefined =>
  PIECES.find((piece) => SHOWN.first(worn, piece) !== undefined);

/** Every outfit with the named garments in place of those on the same part of the body. Undefined if a garment cannot be removed. */
function outfitsOf({ outfits }: Character, tokens: readonly LookToken[]): Outfit[] | undefined {
  const isOff = tokens.some(({ kind }) => kind === "off");
  const isRecoloured = tokens.some(({ kind }) => kind === "clothes");
  const colour = colourOf(tokens, ({ kind }) => kind === "clothes");
  const pieces = piecesIn(tokens);
  const isBared = isOff && pieces.some(({ piece }) => piece === "top" || piece === "bottom");
  if (isBared || (isRecoloured && colour === undefined)) return undefined;
  return outfits.map((outfit) => {
    let worn = outfit.worn.map((one) =>
      isRecoloured && pieceOf(one) === "top" ? `${colour} ${withoutColour(one)}` : one,
    );
    for (const piece of pieces) worn = isOff ? withoutPiece(worn, piece) : withPiece(worn, piece);
    return { ...outfit, worn: worn.slice(0, MOST_WORN) };
  });
}

/** Maximum number of garments of an outfit. */
const MOST_WORN = 12;

interface WornPiece {
  piece: Piece | undefined;
  words: string;
}

/** The garments that words name: in the user's own words, or in the English names that designs use. */
function piecesIn(tokens: readonly LookToken[]): WornPiece[] {
  const own = wornIn(tokens);
  const ownWords = tokens.filter((_, at) => own.has(at)).map(({ text }) => text);
  const isJapanese = languageOf(ownWords.join("")) === "ja";
  const said = ownWords.join(isJapanese ? "" : " ");
  const pieces = tokens.flatMap((token, at): WornPiece[] => {
    if (token.kind !== "garment" || (own.has(at) && !isJapanese)) return [];
    // 白衣 names its colour itself.
    const colour = colourOf(tokens, (noun) => noun === token) ?? (token.value || undefined);
    const inColour = (name: string) => (colour === undefined ? name : `${colour} ${name}`);
    const named = PIECES.flatMap((piece) => {
      const name = SHOWN.first(token.text, piece);
      return name === undefined ? [] : [{ piece, words: inColour(name.replace("-", " ")) }];
    });
    return named.length > 0 ? named : [{ piece: undefined, words: inColour(token.text.toLowerCase()) }];
  });
  const isNamed = isJapanese && tokens.some(({ kind }, at) => own.has(at) && kind === "garment");
  return said === "" || isNamed ? pieces : [...pieces, { piece: pieceOf(said), words: said }];
}

const withoutPiece = (worn: readonly string[], { piece, words }: WornPiece): string[] =>
  worn.filter((one) => (piece === "hat" ? pieceOf(one) !== "hat" : !one.includes(words)));

/**
 * Replaces or adds a garment. A garment without a stated colour keeps the colour of the one before; a hat does not, because it is optional.
 */
function withPiece(worn: readonly string[], { piece, words }: WornPiece): string[] {
  const at = piece === undefined ? worn.indexOf(words) : worn.findIndex((one) => pieceOf(one) === piece);
  const before = worn[at];
  if (before === undefined || piece === undefined) return at < 0 ? [...worn, words] : [...worn];
  const colour = WISH.first(words, "colour");
  if (colour === undefined && SHOWN.first(before, piece) === SHOWN.first(words, piece)) return [...worn];
  const kept = colour === undefined && piece !== "hat" ? WISH.first(before, "colour") : undefined;
  return worn.with(at, kept === undefined ? words : `${kept} ${words}`);
}

/** A new person, of whom only the name is known. */
export function newPerson(people: readonly Person[], name: string): Person {
  return {
    ...{ id: nextId("c", people), name, aliases: [], role: "support", sex: "unknown", notes: "" },
    kind: SHOWN.first(name, "kind") ?? "human",
    age: SHOWN.first(name, "age") ?? "adult",
  };
}

const HAIRS = ["short", "bob", "messy", "curly", "swept", "crop", "spiky", "long"] as const;
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
    ...{ id, name, kind, age, sex, hair: `${unused(HAIRS, hair)}, mid`, build: "average", marks: [] },
    outfits: [{ id: "o1", worn: [`light ${unused(TOPS, worn)}`, "dark trousers"], scenes: [] }],
    accessories: [],
    look: deriveSeed(seed, "newcomer", id, name),
  };
  return { ...look, description: describeLook(look, language) };
}
