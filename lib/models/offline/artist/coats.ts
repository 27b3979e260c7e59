// The colour of fur and feathers: as the design says, unless the animal's own name leaves no choice.
import type { CharacterDesign, Fill } from "../../../manga/cast.ts";
import type { Paint } from "../../../manga/drawing.ts";
import { paintOf } from "./hair-ink.ts";

const KNOWN: readonly (readonly [RegExp, Fill])[] = [
  [
    /\b(sea)?gulls?\b|\bswan|\bdove|\bgoose|\begret|カモメ|かもめ|鴎|鷗|ウミネコ|海猫|白鳥|白鷺|鳩|ハト|アヒル/i,
    "white",
  ],
  [/\bcrow\b|\braven\b|カラス|からす|烏|鴉/i, "black"],
  [/\bsparrow|\bowl\b|\bhawk\b|スズメ|雀|フクロウ|梟|鷹|トンビ|鳶/i, "mid"],
  [/\bbrown (?:cat|dog|puppy)|\bbrown\b.*\bdog|茶色い?の?(?:犬|猫)|茶トラ/i, "mid"],
  [/\bgr[ea]y (?:cat|dog)|\bgr[ea]y\b.*\bcat|灰色の?(?:犬|猫)/i, "light"],
  [/\bblack (cat|dog|bird)|黒猫|黒犬|クロネコ/i, "black"],
  [/\bwhite (cat|dog|bird)|白猫|白犬|シロネコ/i, "white"],
];

export function coatOf({ name, description, hair }: CharacterDesign): Paint {
  const said = `${name} ${description}`;
  const known = KNOWN.find(([word]) => word.test(said));
  return paintOf(known?.[1] ?? hair.fill);
}

const ODD_EAR =
  /\b(?:one|a|an) (black|white|brown|gr[ae]y|ginger) ear\b|片耳が?([黒白茶灰])|([黒白茶灰])い?片耳/iu;
const COLOURS: Readonly<Record<string, Fill>> = {
  ...{ black: "black", white: "white", brown: "mid", ginger: "mid", gray: "light", grey: "light" },
  ...{ 黒: "black", 白: "white", 茶: "mid", 灰: "light" },
};

/** The paint of the one ear that is unlike the rest of an animal. */
export function oddEarOf({ description }: CharacterDesign): Paint | undefined {
  const [, english, after, before] = ODD_EAR.exec(description) ?? [];
  const fill = COLOURS[(english ?? after ?? before ?? "").toLowerCase()];
  return fill && paintOf(fill);
}
