// The colour of fur and feathers: as the design says, unless the animal's own name leaves no choice.
import type { CharacterDesign, Fill } from "../closed/cast.ts";
import type { Paint } from "../../../manga/drawing.ts";
import { paintOf } from "./hair-ink.ts";
import { reader } from "./readings.ts";

const COLOURS: Readonly<Record<string, Fill>> = {
  ...{
    black: "black",
    white: "white",
    snowy: "white",
    brown: "mid",
    ginger: "mid",
    orange: "mid",
    red: "mid",
  },
  ...{ tan: "light", golden: "light", gray: "light", grey: "light", dark: "dark", chestnut: "dark" },
  ...{ 黒: "black", 白: "white", 茶: "mid", 栗: "dark", 灰: "light", 鼠: "light", 金: "light", 赤: "mid" },
};

/** A colour before what it is of: `a white pony`, `snow-white`, 白い馬, 茶色の犬, 黒猫. */
const COLOURED =
  /\b(black|white|snowy|brown|ginger|orange|red|tan|golden|gr[ae]y|dark|chestnut)(?:-(?:haired|coated|feathered))?(?: [a-z-]+){0,2}? (?=\p{L})|([黒白茶栗灰鼠金赤])(?:い|色い?|毛)?の?(?=[\p{Script=Han}ァ-ヴーぁ-ん])/iu;

/** The fill that words give an animal; undefined where they tell of no colour. */
export function coatIn(words: string): Fill | undefined {
  const [, english, japanese] = COLOURED.exec(words) ?? [];
  return COLOURS[(english ?? japanese ?? "").toLowerCase()];
}

/** The fill that an animal's own name and description give it. */
export const saidCoatOf = ({ name, description }: CharacterDesign): Fill | undefined =>
  saidCoat(`${name}\n${description}`);

const saidCoat = reader("coat", "design", (words): Fill | undefined => {
  const [name = "", ...description] = words.split("\n");
  return coatIn(name) ?? coatIn(description.join("\n").replace(ODD_EAR, ""));
});

export const coatOf = (design: CharacterDesign): Paint => paintOf(saidCoatOf(design) ?? design.hair.fill);

const ODD_EAR =
  /\b(?:one|a|an) (black|white|brown|gr[ae]y|ginger) ear\b|片耳が?([黒白茶灰])|([黒白茶灰])い?片耳/iu;
/** The paint of the one ear that is unlike the rest of an animal. */
export function oddEarOf({ description }: CharacterDesign): Paint | undefined {
  const fill = oddEar(description);
  return fill && paintOf(fill);
}

const oddEar = reader("odd-ear", "design", (words): Fill | undefined => {
  const [, english, after, before] = ODD_EAR.exec(words) ?? [];
  return COLOURS[(english ?? after ?? before ?? "").toLowerCase()];
});
