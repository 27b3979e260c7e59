// What a text must contain for a pattern to match in it: a few letters, which are looked for in a thousandth of the time that it takes
// to compile a pattern and run it. Of the hundreds of words of a table nearly none occurs in a sentence, or even in a story.

/** Strings of which every match of a pattern contains one, whatever its case; undefined where no such letters are known. */
export function requiredLiterals(pattern: string): readonly string[] | undefined {
  return readAlternatives({ pattern, at: 0 })?.map(folded);
}

/** The same for all that a pattern takes for the same where case does not count: the Kelvin sign is a k, a long s an s. */
const folded = (text: string): string => text.toLowerCase().toUpperCase();

interface PatternCursor {
  pattern: string;
  at: number;
}

type Literals = readonly string[] | undefined;

/** Reads on to the end of a group, or of the whole. */
function readAlternatives(reader: PatternCursor): Literals {
  const all: Literals[] = [readSequence(reader)];
  while (reader.pattern[reader.at] === "|") {
    reader.at += 1;
    all.push(readSequence(reader));
  }
  return all.includes(undefined) ? undefined : all.flatMap((needles) => needles ?? []);
}

/** One alternative: its longest letters in a row, or those of a group in it that must be there. */
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

/** A letter; or the letters of a group; undefined for what may be any of many, or takes no room. */
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

/** Tells of many patterns which of them a text may match: all that it does, and few besides. */
export function literalPrefilter(patterns: readonly RegExp[]): (text: string) => ReadonlySet<number> {
  const always: number[] = [];
  /** By their first two letters, or the one. */
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
