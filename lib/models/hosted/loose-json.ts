// Finds and reads JSON in a model's text: between fences or sentences, cut off at the token limit, or with small errors (trailing commas,
// bare line breaks in strings). An incomplete value at the end is dropped, never completed by a guess.

export interface FoundJson {
  /** An object or an array. */
  value: unknown;
  /** False where the text ends, or stops being JSON, before the value is complete. */
  isWhole: boolean;
  /** Whether the text contains nothing else. */
  isAlone: boolean;
}

/** The longest value in the text; undefined where there is no JSON. Keys with a meaning in JavaScript are dropped. */
export function findJson(text: string): FoundJson | undefined {
  let found: (Read & { from: number }) | undefined;
  for (let from = nextStart(text, 0); from >= 0; ) {
    const read = new Reader(text, from).read();
    if (found === undefined || read.end - from > found.end - found.from) found = { ...read, from };
    from = nextStart(text, Math.max(read.end, from + 1));
  }
  if (found === undefined) return undefined;
  const { value, isWhole, from, end } = found;
  return { value, isWhole, isAlone: text.slice(0, from).trim() === "" && text.slice(end).trim() === "" };
}

function nextStart(text: string, from: number): number {
  const offset = text.slice(from).search(/[{[]/);
  return offset < 0 ? -1 : from + offset;
}

interface Read {
  value: unknown;
  isWhole: boolean;
  /** Index after the last character that was read. */
  end: number;
}

/** The most levels, to protect the stack; no valid answer is deeper. */
const DEEPEST = 32;
const MAGIC_KEYS = new Set(["__proto__", "constructor", "prototype"]);
/** An incomplete value of which nothing is kept. */
const CUT = Symbol("cut");

/** Reads one value at a position. An incomplete object keeps its complete properties, an incomplete array its complete elements. */
class Reader {
  private at: number;
  private isWhole = true;
  private readonly text: string;

  constructor(text: string, from: number) {
    this.text = text;
    this.at = from;
  }

  read(): Read {
    const value = this.value(0);
    return { value, isWhole: this.isWhole, end: this.at };
  }

  private value(depth: number): unknown {
    this.skip(/[\s\ufeff]*/y);
    const next = this.text[this.at];
    if (depth > DEEPEST) return this.cut();
    if (next === "{") return this.object(depth);
    if (next === "[") return this.array(depth);
    if (next === '"') return this.string();
    return this.plain();
  }

  private object(depth: number): unknown {
    const entries: [string, unknown][] = [];
    this.at += 1;
    while (!this.closes("}")) {
      const key = this.text[this.at] === '"' ? this.string() : this.cut();
      if (typeof key !== "string" || this.skip(/\s*:/y) === "") {
        this.cut();
        break;
      }
      const value = this.value(depth + 1);
      if (value !== CUT && !MAGIC_KEYS.has(key)) entries.push([key, value]);
      if (!this.isWhole) break;
    }
    return Object.fromEntries(entries);
  }

  private array(depth: number): unknown[] {
    const elements: unknown[] = [];
    this.at += 1;
    while (!this.closes("]")) {
      const element = this.value(depth + 1);
      if (!this.isWhole) break;
      elements.push(element);
    }
    return elements;
  }

  /** Whether the container ends here. Commas are accepted anywhere: one too many and one too few are both tolerated. */
  private closes(bracket: string): boolean {
    this.skip(/[\s\ufeff,]*/y);
    if (this.text[this.at] !== bracket) return false;
    this.at += 1;
    return true;
  }

  private string(): string | typeof CUT {
    const raw = this.skip(/"[^"\\]*(?:\\.[^"\\]*)*"/sy);
    if (raw === "") return this.cut();
    const repaired = raw.replaceAll(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them in a string
      /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\|[\u0000-\u001f]/g,
      (found) => {
        if (found === "\\") return "\\\\";
        return found.length > 1 ? found : JSON.stringify(found).slice(1, -1);
      },
    );
    const read: unknown = JSON.parse(repaired);
    return typeof read === "string" ? read : this.cut();
  }

  /** A number, or `true`, `false`, `null`. At the end of the text it may be incomplete. */
  private plain(): unknown {
    const word = this.skip(/[-+.\w]+/y);
    if (this.at === this.text.length) return this.cut();
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    return /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(word) ? Number(word) : this.cut();
  }

  private cut(): typeof CUT {
    this.isWhole = false;
    return CUT;
  }

  /** Consumes and gives the match at this position. */
  private skip(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const matched = pattern.exec(this.text)?.[0] ?? "";
    this.at += matched.length;
    return matched;
  }
}
