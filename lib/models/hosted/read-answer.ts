// Reads what a text model answered, before anything believes it: JSON without keys that mean something to JavaScript, without
// invisible characters that turn text round, no text of absurd length, and nothing of the instructions, which a story may have
// told the model to give away.

/** C0 and C1 controls but tab and line feed, marks of direction, and the byte order mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const MAGIC_KEYS = new Set(["__proto__", "constructor", "prototype"]);
/** No field of any answer is a text of its own: the longest is a caption. */
const LONGEST = 4_000;
/** As much of an instruction as nobody writes by chance. */
const TELLTALE = 24;

export type ReadAnswer = { kind: "value"; value: unknown } | { kind: "faulty"; faults: string[] };

/** `system` is the instruction that the answer must not give away. */
export function readAnswer(text: string, system: string): ReadAnswer {
  const faults = new Set<string>();
  const instructions = system
    .split(/[\n。.:：]/)
    .map((line) => line.replace(/^[-\s]+/, "").trim())
    .filter((line) => line.length >= TELLTALE);
  let value: unknown;
  try {
    value = JSON.parse(text, (key, found: unknown) => {
      if (MAGIC_KEYS.has(key)) return undefined;
      if (typeof found !== "string") return found;
      if (found.length > LONGEST) faults.add(`${key}: over ${LONGEST} characters`);
      if (instructions.some((line) => found.includes(line))) faults.add(`${key}: quotes these instructions`);
      return found.replace(UNSEEN, "");
    });
  } catch (error) {
    return {
      kind: "faulty",
      faults: [`the answer is not JSON: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
  return faults.size === 0 ? { kind: "value", value } : { kind: "faulty", faults: [...faults] };
}
