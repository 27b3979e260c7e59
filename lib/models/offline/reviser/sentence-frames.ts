// Sentence patterns whose slots are in the user's own words: another name, other words, a person to remove or add.

const slot = (name: string, most: number) => `[「『“"']?(?<${name}>.{1,${most}}?)[」』”"']?`;
/** Bounded by the maximum length of a text, so that a hostile wish takes time in proportion to its length. */
const [FROM, TO, WHAT] = [slot("from", 300), slot("to", 300), slot("from", 300)];
const END = "(?:,? please)?[.!]?$";

const EXCHANGES = [
  new RegExp(`^${FROM}を${TO}に(?:変え|変更|直|して)`, "u"),
  /^「(?<from>.{1,300}?)」を「(?<to>.{1,300}?)」に/u,
  new RegExp(`^(?:please )?(?:change|replace) ${FROM} (?:to|into|as|with) ${TO}${END}`, "iu"),
];

const REMOVALS = [
  new RegExp(`^${WHAT}(?:という人物)?を(?:消|削除|外|除|なくし|カット|登場させな|出さな)`, "u"),
  new RegExp(`^(?:please )?(?:remove|delete|drop|leave out|take out|cut) ${WHAT}${END}`, "iu"),
];

const ADDITIONS = [
  new RegExp(`^${WHAT}(?:という人物|という名前の人)?を(?:加え|追加|登場させ|入れ|出し)`, "u"),
  new RegExp(
    `^(?:please )?(?:add|bring in|introduce) (?:a (?:character|person) (?:called|named) )?${WHAT}(?: to the (?:cast|book|story))?${END}`,
    "iu",
  ),
];

const name = (as: string) => `[「『“"']?(?<${as}>[^「」『』“”"、。,.;!?]{1,60}?)[」』”"']?`;
const [OLD, NEW] = [name("from"), name("to")];
const POLITE = "(?:ください|下さい|ほしい|欲しい|です|お願いします|くれますか|くれ|ね|よ|[。！!.]|\\s)*";
const TO_BE = "(?:should be|shall be|must be|becomes|is|is now)";

/** 「海斗を陸に変えて」 alone is ambiguous, so a wish for another name must mention a name. */
const RENAMINGS = [
  `^${OLD}(?:の名前?|という名前?)[をは]${NEW}[にへ](?:して|変えて|変更して|改めて|改名して|直して)?${POLITE}$`,
  `^${OLD}を${NEW}(?:[にと]改名|[にと]名付け|と名づけ|と呼|という名前?に)[^、。]*$`,
  `^(?:please )?(?:rename|name|call) ${OLD} (?:to|as|into) ${NEW}${END}`,
  `^(?:please )?(?:call|name|rename) (?<from>[^\\s.,]{1,60}) (?<to>[^\\s.,]{1,60})${END}`,
  `^(?:please )?(?:change|set) (?:the )?name of ${OLD} (?:to|into) ${NEW}${END}`,
  `^(?:please )?(?:change|set|make) ${OLD}['’]s? name (?:to |into |be )?${NEW}${END}`,
  `^${OLD}['’]s? name (?:should be|shall be|must be|becomes) ${NEW}${END}`,
  `^${OLD} ${TO_BE} (?:called|named|renamed(?: to)?) ${NEW}${END}`,
].map((pattern) => new RegExp(pattern, "iu"));

interface Exchange {
  from: string;
  to: string;
}

function slotsIn(said: string, patterns: readonly RegExp[]): Exchange[] {
  return patterns.flatMap((pattern) => {
    const { from, to = "" } = pattern.exec(said)?.groups ?? {};
    return from === undefined ? [] : [{ from, to }];
  });
}

export const exchangesIn = (said: string): Exchange[] => slotsIn(said, EXCHANGES);
export const removedIn = (said: string): string[] => slotsIn(said, REMOVALS).map(({ from }) => from);
export const addedIn = (said: string): string | undefined => slotsIn(said, ADDITIONS)[0]?.from;

/** Maximum number of words of a name. */
const MOST_WORDS = 4;

const isName = (said: string) =>
  !/\band\b|\bwith\b/iu.test(said) && said.trim().split(/\s+/u).length <= MOST_WORDS;

/** The old and the new name. Empty if the rest of the sentence is more than a name. */
export const renamingIn = (said: string): Exchange[] =>
  slotsIn(said, RENAMINGS)
    .filter(({ from, to }) => isName(from) && isName(to))
    .slice(0, 1);
