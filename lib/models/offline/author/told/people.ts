// What names and descriptions tell of how beings are made: the colour of a coat, one white ear, wheels.
import { animalOf, isYoung } from "../../animal-words.ts";
import type { CharacterDesign, Fill } from "../../closed/cast.ts";
import type { PersonTold } from "../../closed/told.ts";

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

const ODD_EAR =
  /\b(?:one|a|an) (black|white|brown|gr[ae]y|ginger) ear\b|片耳が?([黒白茶灰])|([黒白茶灰])い?片耳/iu;

const HORNLESS = /[子仔][牛鹿羊山]|雌|牝|メス|めす|\b(?:doe|hind|fawn|calf|calves|kid|lamb|ewe)s?\b/iu;
const CALF = /[子仔]牛|\bcal(?:f|ves)\b/iu;
const WHEELS = /\bwheels\b|車輪/iu;
const ONE_EYE = /\bone (?:lamp|eye)\b|一つ目/iu;

function oddEarIn(words: string): Fill | undefined {
  const [, english, after, before] = ODD_EAR.exec(words) ?? [];
  return COLOURS[(english ?? after ?? before ?? "").toLowerCase()];
}

type Described = Pick<CharacterDesign, "kind" | "name" | "age" | "description">;

/** What is told of a being; nothing of human ones, whose design says it all. */
export function personTold(design: Described): PersonTold {
  const { kind, name, description } = design;
  if (kind === "human" || kind === "ghost") return {};
  const words = `${name} ${description}`;
  if (kind === "robot") return { onWheels: WHEELS.test(description), oneEyed: ONE_EYE.test(description) };
  const animal = animalOf(design);
  return {
    animal,
    young: isYoung(design),
    coat: coatIn(name) ?? coatIn(description.replace(ODD_EAR, "")),
    oddEar: oddEarIn(description),
    hornless: animal === "deer" && HORNLESS.test(words),
    calf: animal === "cow" && CALF.test(words),
  };
}
