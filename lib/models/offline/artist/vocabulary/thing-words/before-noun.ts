// What stands before an English noun and behind it, which tells that a word is one, by itself and no part of a longer name.

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
