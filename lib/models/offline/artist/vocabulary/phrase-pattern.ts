// Compiles entries of `assets/things/kin.tsv` to regular expressions: `raise(s/d) (his/her) hand(s)`. Notation: docs/develop/things.md.

/** Greatest number of characters of an entry. */
const MOST = 200;
/** Greatest number of phrases that an entry stands for, where `…` is one word. It bounds the time to match a text. */
const MOST_PHRASES = 2000;

/** An entry without marks; most have none. */
const PLAIN = /^[\p{L}\p{N}'-]+(?: [\p{L}\p{N}'-]+)*$/u;
const TOKEN = /…|\( \)|[()/! ^]|[\p{L}\p{N}'-]+/gu;
/** Matches any one word. */
const ANY = "[\\p{L}\\p{N}'-]+";

type Piece = { source: string; phrases: number };
type Word = Piece & { is: "needed" | "optional" | "excluded" };

const inRow = (pieces: readonly Piece[]): Piece => ({
  source: pieces.map(({ source }) => source).join(""),
  phrases: pieces.reduce((product, { phrases }) => product * phrases, 1),
});

/** The regular expression for an entry. To bound its time, it repeats only the letters of one word. Throws `RangeError` with the reason. */
export function patternOf(entry: string): string {
  const refuse = (reason: string): never => {
    throw new RangeError(`"${entry}" ${reason}`);
  };
  if (entry.length > MOST) refuse(`has more than ${MOST} characters`);
  if (PLAIN.test(entry)) return entry;
  const tokens = entry.match(TOKEN) ?? [];
  /** Whether the next token is this mark; if so, it is removed. */
  const take = (mark: string): boolean => tokens[0] === mark && tokens.shift() === mark;
  const part = (): Piece | undefined => {
    if (take("…")) return { source: ANY, phrases: 1 };
    if (take("( )")) return { source: " ?", phrases: 2 };
    if (take("(")) {
      const { source, phrases } = phrase();
      if (!take(")")) refuse("has a bracket that is not closed");
      return { source: `(?:${source})?`, phrases: phrases + 1 };
    }
    const source = /^[^)/! ^]/u.test(tokens[0] ?? "") ? tokens.shift() : undefined;
    return source === undefined ? undefined : { source, phrases: 1 };
  };
  const choice = (): Word => {
    const [isBracket, parts] = [tokens[0] === "(", [] as Piece[]];
    for (let next = part(); next; next = part()) parts.push(next);
    if (parts.length === 0) refuse(`has ${tokens[0] ?? "its end"} where a word is expected`);
    return { ...inRow(parts), is: isBracket && parts.length === 1 ? "optional" : "needed" };
  };
  const word = (): Word => {
    const isExcluded = take("!");
    const choices = [choice()];
    while (take("/")) choices.push(choice());
    const isBracket = choices.some(({ is }) => is === "optional");
    if (isBracket && choices.length > 1) refuse("has / beside a whole word in brackets");
    const sources = choices.map(({ source }) => (isBracket ? source.slice(0, -1) : source));
    return {
      source: sources.length > 1 ? `(?:${sources.join("|")})` : sources.join(""),
      phrases: choices.reduce((sum, { phrases }) => sum + phrases, 0),
      is: isExcluded ? "excluded" : isBracket ? "optional" : "needed",
    };
  };
  const phrase = (): Piece => {
    const words = [word()];
    while (take(" ")) words.push(word());
    const last = words.findLastIndex(({ is }) => is === "needed");
    if (last < 0) refuse("has no word that is needed");
    return inRow(words.map((one, i) => ({ ...one, source: spaced(one, i - last) })));
  };
  if (tokens.join("") !== entry) refuse("has a character that is no letter, digit or mark");
  if (/…[^ /]*…/u.test(entry)) refuse("has … twice in a word");
  const begins = take("^") ? "^" : "";
  const { source, phrases } = phrase();
  const ends = take("^") ? "$" : "";
  if (tokens.length > 0) refuse(`has ${tokens[0]} where it means nothing`);
  if (phrases > MOST_PHRASES) refuse(`stands for more than ${MOST_PHRASES} phrases`);
  return begins + source + ends;
}

/** A word with its space: after it if it precedes the last needed word (`side` below 0), before it if it follows that word. */
function spaced({ source, is }: Word, side: number): string {
  const [before, after] = side === 0 ? ["", ""] : side < 0 ? ["", " "] : [" ", ""];
  if (is === "excluded") return `(?!${before}${source}(?!\\p{L}))`;
  return is === "optional" ? `(?:${before}${source}${after})?` : source + after;
}
