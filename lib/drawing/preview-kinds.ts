// How a rough draws a character, by a word of its kind, which may be any word.

/** `creature`: a shape with a face. */
export type BeastKind = "cat" | "dog" | "bird" | "ghost" | "creature";
export type RoughKind = BeastKind | "person";

/** The first match counts. Includes the earlier names `human`, `robot`, `cat`, `dog`, `bird`, `ghost`, `creature`. */
const KINDS: readonly (readonly [RoughKind, RegExp])[] = [
  ["creature", /\bcreature\b|\bdragon|\bmonster|怪物|妖怪|竜/iu],
  ["ghost", /\bghost|\bspirit|幽霊|おばけ/iu],
  [
    "bird",
    /\bbird|\bcrow\b|\bowl\b|\bgull|\bduck|\bgoose|\bhen\b|\bparrot|\bsparrow|\bpigeon|鳥|鴉|カラス|梟|鳩|雀/iu,
  ],
  ["cat", /\bcat\b|\bkitten|\btiger|\blion|\bleopard|猫|虎|獅子/iu],
  [
    "dog",
    /\bdog\b|\bpuppy|\bwolf|\bfox|\bhorse|\bpony|\bcamel|\bcow\b|\bcalf\b|\bgoat|\bsheep|\bdeer|\bpig\b|\bbear\b|\bdonkey|\brabbit|\bhare\b|\bmouse\b|\brat\b|犬|狼|狐|馬|駱駝|牛|山羊|羊|鹿|豚|熊|兎|鼠/iu,
  ],
  [
    "person",
    /\bhuman|\brobot|\bandroid|\bman\b|\bwoman|\bgirl|\bboy\b|\bperson|\bchild|\belf\b|\bwitch|\bgod(?:dess)?\b|人|ロボット|少年|少女/iu,
  ],
];

/** Unknown kinds are drawn as a shape with a face. */
export const roughKindOf = (kind: string): RoughKind =>
  KINDS.find(([, words]) => words.test(kind))?.[0] ?? "creature";
