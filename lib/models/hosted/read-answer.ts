// Reads a text model's answer safely. Only dangerous content is removed: keys with a meaning in JavaScript, invisible characters that
// change the text direction, extremely long texts, and texts that quote the instructions, which a story may have told the model to reveal.
import { findJson } from "./loose-json.ts";
import type { RepairCounter } from "./text-question.ts";

/** C0 and C1 controls except tab and line feed, direction marks, the byte order mark, and unpaired surrogates. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
/** The longest valid field of any answer is a caption, which is shorter than this. */
const LONGEST = 4_000;
/** Length of a quote from the instruction that cannot be a coincidence. */
const TELLTALE = 24;

/** Undefined where the text has no JSON. `system`: the instruction that the answer must not reveal. */
export function readAnswer(text: string, system: string, repairs: RepairCounter): unknown {
  const found = findJson(text);
  if (found === undefined) return undefined;
  if (!found.isWhole) repairs.count("answer broken off");
  else if (!found.isAlone) repairs.count("text around the JSON");
  const instructions = system
    .split(/[\n。.:：]/)
    .map((line) => line.replace(/^[-\s]+/, "").trim())
    .filter((line) => line.length >= TELLTALE);

  /** Undefined for a dropped text; the list or object around it stays. */
  const clean = (value: unknown): unknown => {
    if (typeof value === "string") {
      const seen = value.replace(UNSEEN, "");
      const fault =
        seen.length > LONGEST
          ? "absurdly long text"
          : instructions.some((line) => seen.includes(line)) && "text that quotes the instructions";
      if (!fault) return seen;
      repairs.count(fault);
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
