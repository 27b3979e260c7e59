// A character's palette (skin, hair, eyes, clothes), derived from the design alone, so that it is the same in every panel.
// Lightness follows the design's fills; hue follows the number in the cast, so that no two characters look alike.

import type { Design } from "../../camera/design.ts";
import type { Fill } from "../../closed/cast.ts";
import { measuresOf } from "../../closed/measures.ts";
import { hashOf } from "../../pen/chance.ts";
import { rowsOf } from "../../pen/curves.ts";
import { fromLch, MATERIALS, type Material, type Rgb, ramp, rgb, shadowOf } from "../../pen/materials.ts";

interface Palette extends Record<"skin" | "hair" | "eyes" | "top" | "bottom" | "shoes", Material> {
  /** Belts, ties, ribbons and bands. */
  accent: Material;
  /** The colour that identifies the character. */
  main: Rgb;
}

type FillColours = Record<"grey" | "lightness" | "chroma", number> &
  Record<"hair" | "fur", readonly [Rgb, ...Rgb[]]>;

const FILLS: Readonly<Record<Fill, FillColours>> = measuresOf("fills");

/** Hues an eighth of the circle apart, ordered so that neighbours in the cast differ more. */
const HUES = [258, 33, 123, 303, 78, 213, 348, 168] as const;

const SKINS = ["#fde3cf", "#fbd9bf", "#f3c8a4", "#fddfca"] as const;

const EYES = ["#4a7bc4", "#8a5a34", "#3f8f6a", "#8a5ab0", "#b8862c", "#3592a0"] as const;

const palettes = new WeakMap<Design, Palette>();

export function paletteOf(design: Design): Palette {
  const known = palettes.get(design);
  if (known) return known;
  const made = design.kind === "human" ? ofPerson(design) : ofBeast(design);
  palettes.set(design, made);
  return made;
}

/** The character's number: c1, c2 … in order of importance. */
function slotOf({ id }: Design): number {
  const number = /\d+$/.exec(id)?.[0];
  return number === undefined ? hashOf(id, "slot") % 64 : Number(number) - 1;
}

function pick<T>(from: readonly [T, ...T[]], n: number): T {
  return from[n % from.length] ?? from[0];
}

function ofPerson(design: Design): Palette {
  const { clothes, hair, age } = design;
  const slot = Math.max(0, slotOf(design));
  const hue = pick(HUES, slot);
  // After eight characters hues repeat; trousers and hair then differ.
  const lower = hue + 150 + 45 * Math.floor(slot / HUES.length);
  const top = FILLS[clothes.topFill];
  const old = age === "elder" && hair.fill !== "black";
  const main = fromLch(top.lightness, top.chroma, hue);
  const whole = clothes.bottom === "dress";
  return {
    skin: skinOf(pick(SKINS, hashOf(design.look, design.id, "skin"))),
    hair: around(old ? rgb("#dfe0e6") : pick(FILLS[hair.fill].hair, slot), FILLS[hair.fill].grey),
    eyes: ramp({ 0: "#ffffff", 0.3: pick(EYES, slot), 1: "#1e1a2e" }),
    top: around(main, top.grey),
    bottom: clothOf(clothes.bottomFill, whole ? hue : lower, whole ? 1 : 0.55),
    shoes: MATERIALS.shoe,
    accent: clothOf("mid", hue + 165, 1.1),
    main,
  };
}

function ofBeast(design: Design): Palette {
  const coat = beastRamp(design);
  const plain = clothOf("mid", pick(HUES, slotOf(design)), 1);
  return {
    skin: coat,
    hair: coat,
    eyes: ramp({ 0: "#ffffff", 0.3: "#d9a62c", 1: "#1e1a2e" }),
    top: design.kind === "robot" ? MATERIALS.metal : coat,
    bottom: coat,
    shoes: MATERIALS.shoe,
    accent: plain,
    main: pick(FILLS[design.hair.fill].fur, hashOf(design.id, "fur")),
  };
}

/** One ramp for all fills, so that patches in another fill show another colour of fur. */
function beastRamp(design: Design): Material {
  if (design.kind === "robot") return MATERIALS.metal;
  if (design.kind === "ghost")
    return ramp({ 0: "#eaf6fb", 0.3: "#b4d3e6", 0.6: "#7a92c0", 1: "#39376a" }, "#39376a");
  const variant = hashOf(design.id, "fur");
  const stops = Object.values(FILLS).map(({ grey, fur }): [number, Rgb] => [grey, pick(fur, variant)]);
  return { ramp: stops, solid: pick(FILLS.black.fur, variant), cel: 0.8 };
}

function skinOf(base: string): Material {
  return {
    ...ramp({ 0: base, 0.1: "#f6c3a4", 0.24: "#e3a287", 0.6: "#a8635a", 1: "#5a2c34" }),
    cel: 0.86,
    shade: rgb("#ecbb9c"),
  };
}

function clothOf(fill: Fill, hue: number, strength: number): Material {
  const { grey, lightness, chroma } = FILLS[fill];
  return around(fromLch(lightness, chroma * strength, hue), grey);
}

/** A ramp through a colour at its own grey, paler towards white and shaded beyond; black areas have its darkest value. */
function around(base: Rgb, grey: number): Material {
  const pale = (level: number) => level + (255 - level) * 0.72;
  const highlight: Rgb = [pale(base[0]), pale(base[1]), pale(base[2])];
  const sheen: Rgb = [base[0] * 0.5 + 112, base[1] * 0.5 + 116, base[2] * 0.5 + 128];
  const dark = shadowOf(base, 0.5);
  if (grey === 0)
    return {
      ramp: rowsOf([0, base], [0.15, shadowOf(base, 0.8)], [0.5, shadowOf(base, 0.6)], [1, dark]),
      solid: dark,
      cel: 0.82,
    };
  if (grey === 1) return { ramp: rowsOf([0, sheen], [0.4, base], [1, base]), solid: base, cel: 0.7 };
  return {
    ramp: rowsOf(
      [0, highlight],
      [grey, base],
      [Math.min(0.95, grey + 0.17), shadowOf(base, 0.76)],
      [1, dark],
    ),
    solid: dark,
    cel: 0.8,
  };
}
