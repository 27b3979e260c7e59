// Extracts the literals that every match of a regular expression contains. Searching for them takes a thousandth of the time of compiling and
// running the expression, and nearly no expression of a word table matches in a given text: so they serve as a prefilter.

/** Case-folded strings of which every match of the pattern contains at least one; undefined if none can be derived. */
export function requiredLiterals(pattern: string): readonly string[] | undefined {
  return readAlternatives({ pattern, at: 0 })?.map(folded);
}

/** Case folding as the `iu` flags do it: the Kelvin sign equals k, the long s equals s. */
const folded = (text: string): string => text.toLowerCase().toUpperCase();

interface PatternCursor {
  pattern: string;
  at: number;
}

type Literals = readonly string[] | undefined;

/** Parses the alternatives up to the end of the group or pattern. */
function readAlternatives(reader: PatternCursor): Literals {
  const all: Literals[] = [readSequence(reader)];
  while (reader.pattern[reader.at] === "|") {
    reader.at += 1;
    all.push(readSequence(reader));
  }
  return all.includes(undefined) ? undefined : all.flatMap((needles) => needles ?? []);
}

/** Parses one alternative. Returns its longest literal run, or the literals of a required group. */
function readSequence(reader: PatternCursor): Literals {
  let best: Literals;
  let run = "";
  const offer = (needles: Literals) => {
    if (needles && shortest(needles) > shortest(best)) best = needles;
  };
  const endRun = () => {
    if (run !== "") offer([run]);
    run = "";
  };
  while (reader.at < reader.pattern.length && !/[|)]/u.test(reader.pattern[reader.at] ?? "")) {
    const atom = readAtom(reader);
    const times = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/u.exec(reader.pattern.slice(reader.at))?.[0] ?? "";
    reader.at += times.length;
    const mayLack = /^(?:[*?]|\{0)/u.test(times);
    if (typeof atom === "string" && !mayLack) run += atom;
    if (typeof atom !== "string" || times !== "") endRun();
    if (typeof atom !== "string" && !mayLack) offer(atom);
  }
  endRun();
  return best;
}

const shortest = (needles: Literals): number =>
  needles ? Math.min(...needles.map(({ length }) => length)) : 0;

/** Parses one atom. Returns a literal, or the literals of a group; undefined for classes and zero-width assertions. */
function readAtom(reader: PatternCursor): string | Literals {
  const rest = reader.pattern.slice(reader.at);
  const around = /^\(\?<?[=!]/u.exec(rest)?.[0];
  const opening = around ?? /^\((?:\?(?:[a-z-]*:|<[^>]+>))?/u.exec(rest)?.[0];
  if (opening !== undefined) {
    reader.at += opening.length;
    const inner = readAlternatives(reader);
    reader.at += 1;
    return around === undefined ? inner : undefined;
  }
  const [atom = ""] = ATOM.exec(rest) ?? [];
  reader.at += atom.length;
  if (/^\\[^\p{L}\p{N}]$/u.test(atom)) return atom.slice(1);
  return /^[[\\.^$]/u.test(atom) ? undefined : atom;
}

const ATOM = /^(?:\[(?:\\.|[^\]\\])*\]|\\(?:[pPu]\{[^}]*\}|k<[^>]*>|u.{4}|x..|c.|.)|.)/su;

/** Returns a function from a text to the indexes of the patterns that may match in it: no false negatives, few false positives. */
export function literalPrefilter(patterns: readonly RegExp[]): (text: string) => ReadonlySet<number> {
  const always: number[] = [];
  /** Literals by their first two letters, or by their only letter. */
  const known = new Map<string, { needle: string; index: number }[]>();
  for (const [index, { source }] of patterns.entries()) {
    const needles = requiredLiterals(source);
    if (!needles) always.push(index);
    for (const needle of needles ?? []) {
      const key = needle.slice(0, 2);
      const others = known.get(key);
      if (others) others.push({ needle, index });
      else known.set(key, [{ needle, index }]);
    }
  }
  return (text) => {
    const all = folded(text);
    const found = new Set(always);
    for (let at = 0; at < all.length; at += 1) {
      for (const length of [1, 2]) {
        if (at + length > all.length) continue;
        for (const { needle, index } of known.get(all.slice(at, at + length)) ?? [])
          if (all.startsWith(needle, at)) found.add(index);
      }
    }
    return found;
  };
}
