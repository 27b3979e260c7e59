// Reads what a text model answered, before anything believes it. What is dangerous is taken out, and only that: keys that mean something
// to JavaScript, invisible characters that turn text round, texts of absurd length, and texts that quote the instructions, which a story
// may have told the model to give away.
import { findJson } from "./loose-json.ts";
import type { RepairCounter } from "./text-question.ts";

/** C0 and C1 controls but tab and line feed, marks of direction, the byte order mark, and halves of surrogate pairs. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
/** No field of any answer is a text of its own: the longest is a caption. */
const LONGEST = 4_000;
/** As much of an instruction as nobody writes by chance. */
const TELLTALE = 24;

/** Undefined where there is no JSON in it. `system` is the instruction that the answer must not give away. */
export function readAnswer(text: string, system: string, mends: RepairCounter): unknown {
  const found = findJson(text);
  if (found === undefined) return undefined;
  if (!found.isWhole) mends.count("answer broken off");
  else if (!found.isAlone) mends.count("text around the JSON");
  const instructions = system
    .split(/[\n。.:：]/)
    .map((line) => line.replace(/^[-\s]+/, "").trim())
    .filter((line) => line.length >= TELLTALE);

  /** Undefined for a text that is dropped; the list or the object around it stays. */
  const clean = (value: unknown): unknown => {
    if (typeof value === "string") {
      const seen = value.replace(UNSEEN, "");
      const fault =
        seen.length > LONGEST
          ? "absurdly long text"
          : instructions.some((line) => seen.includes(line)) && "text that quotes the instructions";
      if (!fault) return seen;
      mends.count(fault);
      return undefined;
    }
    if (Array.isArray(value)) return value.map(clean).filter((one) => one !== undefined);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        const cleaned = clean(inner);
        return cleaned === undefined ? [] : [[key, cleaned]];
      }),
    );
  };
  return clean(found.value);
}
