// Animals that the words have there and the story's cast has not: `a dog sneezed`. They are drawn as everybody is, small and aside.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { Expression, Pose } from "../../../manga/staging.ts";
import type { Figure, Picture } from "../../../manga/storyboard.ts";
import { speciesOf } from "./breeds.ts";
import { hashOf } from "./chance.ts";

/** An animal that words can have there: what it is called, and as what kind of being it is drawn. */
interface Sort {
  name: string;
  kind: CharacterDesign["kind"];
  word: RegExp;
}

/** Words for an animal in English, which an article tells from verbs and names; `not` follows when it is no animal. */
const told = (words: string, not = ""): string =>
  `\\b(?:an?|the|one|some|two|three) (?:(?!teddy|toy|stuffed|wooden|stone)[a-z]+ ){0,2}(?:${words})\\b${not && `(?! (?:${not})\\b)`}`;

const sort = (name: string, kind: Sort["kind"], ja: string, en: string): Sort => ({
  ...{ name, kind },
  word: new RegExp(`(?:${ja})(?:が|は|も|まで|を見)|${en}`, "iu"),
});

const SORTS: readonly Sort[] = [
  sort("dog", "dog", "犬", told("dogs?|pupp(?:y|ies)", "house|food|collar|show")),
  sort("cat", "cat", "猫", told("cats?|kittens?", "food|flap")),
  sort("fox", "creature", "狐|きつね|キツネ", told("fox(?:es)?", "mask|fur|hole")),
  sort("wolf", "creature", "狼|おおかみ|オオカミ", told("wol(?:f|ves)", "mask|fur|skin")),
  sort("rabbit", "creature", "兎|うさぎ|ウサギ", told("rabbits?|hares?", "hole|stew|fur|hutch")),
  sort("bear", "creature", "熊|(?<![ァ-ヶー])クマ", told("bears?", "skin|fur|rug|trap")),
  sort(
    "goose",
    "bird",
    "ガチョウ|鵞鳥|アヒル|鴨|鶏|ニワトリ",
    told("goose|geese|ducks?|hens?|chickens", "eggs?|feathers?|soup|pond|coop"),
  ),
];

/** Who is called so is not there, or is only spoken of. */
const UNSEEN = /いない|いなかった|いなくな|\b(?:no|without|like|missing|lost) (?:an?|the) /iu;

const POSES: readonly (readonly [RegExp, Pose])[] = [
  [/走|駆け|追いか|\b(?:ran|runs|running|chased|raced|dashed)\b/iu, "run"],
  [/眠|寝て|\b(?:slept|asleep|sleeping|dozed)\b/iu, "sleep"],
  [/座|\b(?:sat|sits|sitting)\b/iu, "sit"],
  [/飛び(?:つ|かか)|跳|\b(?:jumped|leapt|sprang)\b/iu, "jump"],
  [/歩|横切|通り|\b(?:walked|trotted|crossed|padded|passed)\b/iu, "walk"],
];

const FACES: readonly (readonly [RegExp, Expression])[] = [
  [/くしゃみを|\bsneez/iu, "pain"],
  [/吠え|ほえ|唸|うな[っり]|\b(?:bark|growl|hiss)/iu, "angry"],
  [/驚|びっくり|飛び上が|\b(?:startled|yelp)/iu, "shocked"],
];

/** An animal's own words: from its name to the end of the sentence. */
const clauseOf = (action: string, from: number): string =>
  /^[^。.!?！？]*/u.exec(action.slice(from))?.[0] ?? "";

const FAR: ReadonlySet<Picture["shot"]> = new Set(["full", "long", "establishing"]);

/** The picture with the animal that its words have in it, and the cast with that animal's looks. */
export function withStrays(
  picture: Picture,
  cast: readonly CharacterDesign[],
): { picture: Picture; cast: readonly CharacterDesign[] } {
  if (!FAR.has(picture.shot) || picture.figures.length > 2) return { picture, cast };
  for (const sort of SORTS) {
    const found = sort.word.exec(picture.action);
    if (!found || UNSEEN.test(picture.action) || cast.some((design) => isOne(design, sort))) continue;
    const words = clauseOf(picture.action, found.index);
    const design = strayOf(sort, hashOf(picture.scene.id, sort.name));
    return {
      picture: { ...picture, figures: [...picture.figures, strayIn(picture, design, words)] },
      cast: [...cast, design],
    };
  }
  return { picture, cast };
}

/** Whether a figure is nobody of the story's cast. */
export const isStray = ({ character }: Pick<Figure, "character">): boolean => character.startsWith("stray-");

function strayIn({ figures }: Picture, { id }: CharacterDesign, words: string): Figure {
  const taken = figures.map(({ at }) => at);
  const pose = POSES.find(([when]) => when.test(words))?.[1] ?? "stand";
  const at = [0.16, 0.84, 0.5].toSorted((a, b) => gap(b, taken) - gap(a, taken))[0] ?? 0.16;
  return {
    character: id,
    pose,
    expression: pose === "sleep" ? "asleep" : (FACES.find(([when]) => when.test(words))?.[1] ?? "calm"),
    view: "three-quarter",
    facing: at < 0.5 ? "right" : "left",
    at,
    depth: 0,
    holds: null,
  };
}

const gap = (at: number, taken: readonly number[]): number =>
  Math.min(1, ...taken.map((other) => Math.abs(other - at)));

/** Whether somebody of the cast is such an animal, who then is meant. */
const isOne = (design: CharacterDesign, { name, kind }: Sort): boolean =>
  speciesOf(design) === name || (kind === "bird" && design.kind === "bird");

function strayOf({ name, kind }: Sort, look: number): CharacterDesign {
  const fill = (["white", "light", "mid", "dark"] as const)[look % 4] ?? "light";
  return {
    ...{ id: `stray-${name}`, name, kind, age: "adult", gender: "unknown", build: "average" },
    ...{ beard: "none", glasses: false, look: look % 1000, description: "" },
    hair: { style: "short", fill },
    clothes: { top: "shirt", topFill: "white", bottom: "trousers", bottomFill: "white", hat: "none" },
  };
}
