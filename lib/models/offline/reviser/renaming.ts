// Hears that somebody should be called otherwise, where a wish says so; 「海斗を陸に変えて」 alone may mean anything.

const NAMING = /名前|の名を|改名|名付|名づけ|と呼|という名|\b(?:rename|names?|named|call|called)\b/iu;

export const isNaming = (said: string): boolean => NAMING.test(said);

const NAME = '[「『“"\']?([^「」『』“”"、。,.;!?]{1,60}?)[」』”"\']?';
const POLITE = "(?:ください|下さい|ほしい|欲しい|です|お願いします|くれますか|くれ|ね|よ|[。！!.]|\\s)*";
const AS_JA = `(?:に|へ)(?:して|変えて|変更して|改めて|改名して|直して)?`;

const PATTERNS = [
  new RegExp(`^${NAME}(?:の名前?|という名前?)(?:を|は)${NAME}${AS_JA}${POLITE}$`, "u"),
  new RegExp(
    `^${NAME}を${NAME}(?:に改名|と改名|に名付け|と名付け|と名づけ|と呼|という名(?:前)?に)[^、。]*$`,
    "u",
  ),
  /^(?:please )?(?:rename|name|call) (.+?) (?:to|as|into) (.+)$/iu,
  /^(?:please )?(?:call|name|rename) (\S+) (\S+)$/iu,
  /^(?:please )?(?:change|set) (?:the )?name of (.+?) (?:to|into) (.+)$/iu,
  /^(?:please )?(?:change|set|make) (.+?)['’]s? name (?:to |into |be )?(.+)$/iu,
  /^(.+?)['’]s? name (?:should be|shall be|must be|becomes) (.+)$/iu,
  /^(.+?) (?:should be|shall be|must be|is|is now) (?:called|named|renamed(?: to)?) (.+)$/iu,
];

/** From which name to which; undefined where none is asked for, or what follows is more than a name. */
export function renamingIn(said: string): { from: string; to: string } | undefined {
  if (!isNaming(said)) return undefined;
  const plain = said.replace(/[,\s]*\bplease\b[.!]?$/iu, "").replace(/[.!]$/u, "");
  for (const pattern of PATTERNS) {
    const [, from, to] =
      pattern.exec(plain)?.map((part) => part.replace(/^[「『“"']|[」』”"']$/gu, "")) ?? [];
    if (from && to && isName(from) && isName(to)) return { from, to };
  }
  return undefined;
}

/** Most words of a name. */
const MOST_WORDS = 4;

const isName = (said: string) =>
  !/[、。,;:]|\band\b|\bwith\b/iu.test(said) && said.trim().split(/\s+/u).length <= MOST_WORDS;
