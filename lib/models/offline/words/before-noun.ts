// What stands before an English noun and behind it: what tells that a word is one, by itself and no part of a longer name.

/** What only a noun has before it, besides what it is like. */
const BEFORE_NOUN = new RegExp(
  `\\b(?:an?|the|his|her|its|my|our|their|your|this|these|those|another|each|every|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|more|both|[a-z]+['’]s) (?:(?:[a-z]{3,}(?:ed|ing)|${[
    "old|new|little|big|small|large|great|huge|tiny|giant|enormous|long|short|thick|thin|heavy|light|sharp|blunt|flat|round|square",
    "red|blue|white|black|green|yellow|grey|gray|brown|pink|purple|orange|golden|gold|silver|silvery|dark|pale|bright|shiny",
    "wooden|iron|brass|steel|metal|tin|glass|stone|clay|leather|plastic|paper|silk|velvet|cotton|wool|woollen|woolen|copper|bronze",
    "rusty|dusty|dirty|muddy|greasy|bloody|dry|wet|hot|cold|warm|clean|empty|full|half|broken|open|torn|bent|frozen|crooked|smooth",
    "first|second|last|next|other|same|only|own|best|good|fine|fresh|bad|cheap|strange|plain|pretty|spare|lost|clumsy|beautiful|ancient",
  ].join("|")}),? ){0,2}$`,
  "iu",
);
/** Before it, a verb has its object: `she made her watch the boy`. */
const AFTER_VERB = /^ (?:an?|the|him|them|it|us|me|his|your)\b/iu;

/** As much of a text before a word as tells that the word is a noun. */
const NEAR = 60;

export const isNoun = (before: string, after: string): boolean =>
  BEFORE_NOUN.test(before.slice(-NEAR)) && !AFTER_VERB.test(after);

/** The end of a clause, a particle or a verb: before another noun, a noun is only the first half of a name. */
const ENDS = new RegExp(
  `^(?:[.,;:!?)"”—]|$| (?:${[
    "of|in|on|at|to|from|with|and|or|but|by|for|over|under|into|onto|off|out|up|down|through|across|along|behind|beside|before|after",
    "near|beneath|between|above|below|against|around|round|towards?|like|as|than|that|which|who|where|when|while|until|because|if|so",
    "was|were|is|are|had|has|have|would|could|did|does|will|he|she|it|they|we|I|his|her|the|an?|their|my|its|then|again|now|there|here",
    "still|all|not|yet|too|away|back|home|inside|outside|together|alone|stood|lay|hung|sat|fell|rang|shone|swung|smelled|smelt",
    "[a-z]{2,}(?:ed|ing|ly)",
  ].join("|")})\\b)`,
  "u",
);

export const endsName = (after: string): boolean => ENDS.test(after);
