// The closed clothes that the pieces of an outfit are drawn as.

import { SHOWN } from "../../words/shown-words.ts";
import { type CharacterDesign, ClothesSchema, type Fill, FillSchema } from "../closed/cast.ts";
import { listed } from "../closed/listed.ts";
import { called, kinTable, says } from "./listed-kin.ts";
import { headsOf, type Match, type Notices, nameIn, plain } from "./phrase.ts";

type Clothes = CharacterDesign["clothes"];
type Top = Clothes["top"];
type Bottom = Clothes["bottom"];
type Hat = Clothes["hat"];
type Garment = Top | Bottom | Hat;

const { top: TopSchema, bottom: BottomSchema, hat: HatSchema } = ClothesSchema.shape;
export const TOPS: ReadonlySet<Top> = new Set(TopSchema.options);
export const BOTTOMS: ReadonlySet<Bottom> = new Set(BottomSchema.options);
export const HATS: ReadonlySet<Hat> = new Set(HatSchema.options);
const GARMENTS: ReadonlySet<Garment> = new Set([...TOPS, ...BOTTOMS, ...HATS]);

const WORN = kinTable<Garment>("worn-words");
/** Garments without a drawing, by the most similar drawn one. */
const NEAR = kinTable<Garment>("worn-kin");

/** One-piece garments, and garments that cover what is worn below the waist. */
const WHOLE: ReadonlySet<Top> = new Set<Top>(["kimono", "robe"]);

/** Tops from the innermost to the outermost: only the outermost is visible. */
const LAYERS: readonly Top[] = listed(
  "shirt sailor uniform hoodie sweater kimono jacket apron armor robe coat",
);

const isFill = (word: string): word is Fill => FillSchema.options.some((fill) => fill === word);

/** The tone of the first colour in a text. */
export function fillCalled(text: string): Fill | undefined {
  const words = plain(text);
  const [first = ""] = words.split(" ");
  if (isFill(first)) return first;
  // The first part with a colour counts: a red kimono with white flowers is red.
  const parts = words.split(/ (?:with|and|over) |[,、]/u);
  return parts.flatMap((part) => called<Fill>("fill-words", part) ?? [])[0];
}

/** The garment that a piece is drawn as; undefined if no table has it. */
export function garmentCalled(text: string): Match<Garment> | undefined {
  const name = nameIn(text, GARMENTS);
  if (name) return { value: name, by: "name" };
  const heads = headsOf(text);
  for (const word of heads) {
    const own = nameIn(word, GARMENTS);
    if (own) return { value: own, by: "word" };
    const known = WORN([word]);
    if (known) return { value: known, by: "word" };
    const near = NEAR([word]);
    if (near) return { value: near, by: "kin" };
  }
  const words = plain(text);
  const listed = SHOWN.first(words, "top") ?? SHOWN.first(words, "bottom") ?? SHOWN.first(words, "hat");
  return listed && { value: listed, by: "word" };
}

const isTop = (garment: Garment): garment is Top => TOPS.has(garment as Top);
export const isHat = (garment: Garment): garment is Hat => garment !== "none" && HATS.has(garment as Hat);

interface Piece<T> {
  is: T;
  fill: Fill | undefined;
}

export interface Worn {
  clothes: Clothes;
  glasses: boolean;
}

/** The clothes for the pieces of an outfit and the accessories, which belong to every outfit. */
export function closedClothes(
  pieces: readonly string[],
  accessories: readonly string[],
  notices: Notices,
): Worn {
  let top: Piece<Top> | undefined;
  let bottom: Piece<Bottom> | undefined;
  let [hat, sword, glasses]: [Hat, boolean, boolean] = ["none", false, false];
  for (const piece of [...pieces, ...accessories]) {
    if (isNothing(piece)) continue;
    const found = garmentCalled(piece);
    const isClothes = found !== undefined && found.by !== "kin";
    if (!isClothes && says("sword", piece)) sword = true;
    else if (!isClothes && says("glasses", piece)) glasses = true;
    else {
      notices.drawn(piece, found);
      if (found === undefined) continue;
      const { value } = found;
      if (isTop(value)) {
        if (!top || LAYERS.indexOf(value) > LAYERS.indexOf(top.is))
          top = { is: value, fill: fillCalled(piece) };
      } else if (isHat(value)) {
        if (hat === "none") hat = value;
      } else bottom ??= { is: value, fill: fillCalled(piece) };
      if (SUIT.test(plain(piece))) bottom ??= { is: "trousers", fill: fillCalled(piece) };
    }
  }
  const upper: Piece<Top> = top ?? { is: "shirt", fill: bottom?.is === "dress" ? bottom.fill : undefined };
  const under = WHOLE.has(upper.is) ? "none" : upper.is === "sailor" ? "skirt" : "trousers";
  const lower: Piece<Bottom> = bottom ?? { is: under, fill: undefined };
  return {
    glasses,
    clothes: {
      ...{ top: upper.is, topFill: upper.fill ?? "light", hat, sword: sword || undefined },
      ...{ bottom: lower.is, bottomFill: lower.fill ?? "dark" },
    },
  };
}

const SUIT = /(?:^|[ -])(?:suit|tuxedo|tracksuit)$|スーツ|背広|タキシード|学ラン/u;

const isNothing = (piece: string): boolean =>
  /^(?:none|nothing|no clothes|naked|なし|無し)?$/u.test(plain(piece));
