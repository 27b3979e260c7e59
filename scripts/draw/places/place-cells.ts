// Parses the cells of a row of `assets/places`: lengths, points, curves, paints, conditions and repeats. Each parser throws `RangeError`
// for an invalid cell; docs/develop/places.md describes the format.
import { isMaterial } from "../../../lib/models/offline/artist/pen/material-names.ts";
import type {
  At,
  Coat,
  Details,
  Metres,
  Part,
  Times,
} from "../../../lib/models/offline/artist/places/place-parts.ts";
import type { Laid } from "../../../lib/models/offline/artist/things/mark.ts";

/** Metres: the maximum is the length of a street. */
const FARTHEST = 400;

/** `name=value`, with a space between. */
export function detailsOf(how: string): Details {
  const entries = how === "" ? [] : how.split(" ").map((text) => /^([a-z]+)=(\S+)$/.exec(text));
  return Object.fromEntries(
    entries.map((entry): [string, Metres | string] => {
      const [, name = "", value = ""] = entry ?? [];
      if (!entry) throw new RangeError(`how is NAME=VALUE, and no ${how}`);
      return [name, /^[a-z-]+$/.test(value) ? value : metresOf(value)];
    }),
  );
}

/**
 * Comma-separated words of which one must hold, in a space-separated list. `chance:0.4`: with this probability. `turn:0,2/3`: in the first
 * and third of three turns.
 */
export function whenOf(text: string): Pick<Part, "when" | "chance" | "turns"> {
  const lists = text === "" ? [] : text.split(" ");
  const odds = lists.find((list) => list.startsWith("chance:"));
  const turn = lists.find((list) => list.startsWith("turn:"));
  const [turns = "", of = ""] = turn?.slice("turn:".length).split("/") ?? [];
  const when = lists.filter((list) => list !== odds && list !== turn).map((list) => list.split(","));
  if (when.flat().some((word) => !/^[a-z-]+$/.test(word)))
    throw new RangeError(`when is words, and no ${text}`);
  return {
    ...(when.length > 0 && { when }),
    ...(turn !== undefined && { turns: { are: turns.split(",").map(numberOf), of: numberOf(of) } }),
    ...(odds !== undefined && { chance: numberOf(odds.slice("chance:".length)) }),
  };
}

/** `x -7 to 7 by 0.4`, or `by x1.2` for a factor; `xz 1,2 3,4`; `sides`; `12`. */
export function timesOf(text: string): Times {
  if (text === "sides") return { sides: true };
  const [, count, most] = /^(\d+)(?:~(\d+))?$/.exec(text) ?? [];
  if (count !== undefined) return { count: Number(count), most: Number(most ?? count) };
  const [axes = "", ...words] = text.split(" ");
  const at = [..."xyz"].map((axis) => axes.indexOf(axis));
  if (!/^[xyz]{1,3}$/.test(axes))
    throw new RangeError(`times is sides, a number or begins with axes, and is no ${text}`);
  const [from, to, end, by, step, ...more] = words;
  if (to !== "to") {
    const shifts = words.map((shift) => {
      const lengths = shift.split(",").map(numberOf);
      if (lengths.length !== axes.length) throw new RangeError(`${shift} is no shift along ${axes}`);
      const [x = 0, y = 0, z = 0] = at.map((index) => lengths[index] ?? 0);
      return [x, y, z] as const;
    });
    return { shifts };
  }
  if (by !== "by" || !from || !end || !step || more.length > 0)
    throw new RangeError(`times is AXIS FROM to END by STEP, and no ${text}`);
  const axis = at.indexOf(0) as 0 | 1 | 2;
  const ends = { axis, from: metresOf(from), to: metresOf(end) };
  return step.startsWith("x") ? { ...ends, grow: numberOf(step.slice(1)) } : { ...ends, by: metresOf(step) };
}

export function stuffOf(name: string): NonNullable<Part["made"]> {
  if (/^by:[a-z]+$/.test(name)) return { by: name.slice("by:".length) };
  if (!isMaterial(name)) throw new RangeError(`made names a material of materials.ts, and no ${name}`);
  return name;
}

export function numberOf(text: string): number {
  const value = Number(text);
  if (!/^-?\d+(?:\.\d+)?$/.test(text) || Math.abs(value) > FARTHEST)
    throw new RangeError(`a number is in metres, at most ${FARTHEST}, and no ${text}`);
  return value;
}

/** `1.2`; `0.3~0.5` and `0.3/0.5` by chance; `0|0.5` by turns; `back:-0.1` relative to a line that code provides. */
function metresOf(text: string): Metres {
  if (text.includes("|")) return { turns: text.split("|").map(numberOf) };
  if (text.includes("/")) return { any: text.split("/").map(numberOf) };
  const [least = "", most, ...more] = text.split("~");
  if (most !== undefined && more.length === 0) return { least: numberOf(least), most: numberOf(most) };
  const [, minus, line, plus] = /^(-?)([a-z]+)(?::(\S+))?$/.exec(text) ?? [];
  if (line === undefined) return numberOf(text);
  return { line, sign: minus ? -1 : 1, plus: plus === undefined ? 0 : numberOf(plus) };
}

export function pointsOf(text: string): At[] {
  return text.split(" ").map((point): At => {
    const [x, y, z, more] = point.split(",").map(metresOf);
    if (x === undefined || y === undefined || z === undefined || more !== undefined)
      throw new RangeError(`a point is x,y,z, and no ${point}`);
    return [x, y, z];
  });
}

export function one(text: string): At {
  const [point, more] = pointsOf(text);
  if (!point || more) throw new RangeError(`one point is wanted, and not ${text}`);
  return point;
}

export function two(text: string): [At, At] {
  const [from, to, more] = pointsOf(text);
  if (!from || !to || more) throw new RangeError(`two points are wanted, and not ${text}`);
  return [from, to];
}

/** In the syntax of `curve` of `marks.ts`; a coordinate may be random, or one that code provides. */
export function curveOf(text: string): string {
  const [first, ...rest] = text.split(" ");
  if (first === "round") {
    if (rest.map(numberOf).length !== 5)
      throw new RangeError("a round has its middle, its radii and how many points");
    return text;
  }
  for (const point of text.split(" ")) {
    const lengths = point.replace(/!$/, "").split(",");
    if (lengths.map(metresOf).length !== 2)
      throw new RangeError(`a point of a drawing is x,y, or x,y! of a corner, and no ${point}`);
  }
  return text;
}

export function weightOf({ weight }: { weight: string }): number {
  const value = numberOf(weight);
  if (value < 0 || value > 6) throw new RangeError(`a weight is between 0 and 6, and no ${weight}`);
  return value;
}

/** A paint, several in order (`white|0.4`), or one of several (`white/0.4`). */
export function coatOf(text: string): Coat {
  if (text.includes("|")) return { turns: text.split("|").map(paintOf) };
  return text.includes("/") ? { any: text.split("/").map(paintOf) } : paintOf(text);
}

/** Ink, a grey from 0 (white) to 1 (black), a veil or a light, or the name of a paint that code chooses. */
function paintOf(text: string): Laid {
  if (text === "black" || text === "white") return text;
  if (/^[a-z]+$/.test(text)) return { by: text };
  const [, kind = "tone", level = ""] = /^(?:(veil|light):)?([\d.]+)$/.exec(text) ?? [];
  const value = numberOf(level);
  if (value < 0 || value > 1) throw new RangeError(`a paint is between 0 and 1, and no ${text}`);
  if (kind === "veil") return { veil: value };
  return kind === "light" ? { light: value } : { tone: value };
}
