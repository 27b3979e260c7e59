// Parses the cells of a row of `assets/places`: lengths, points, curves, paints, conditions and repeats. Each parser throws `RangeError`
// for an invalid cell; docs/develop/places.md describes the format.
import { isMaterial } from "../../../lib/models/offline/artist/pen/material-names.ts";
import type {
  At,
  Coat,
  Curve,
  Details,
  Metres,
  Part,
  Times,
} from "../../../lib/models/offline/artist/places/place-parts.ts";
import type { Laid } from "../../../lib/models/offline/artist/things/mark.ts";

/** Greatest number, in metres: the length of a street. */
const FARTHEST = 60;

/** Names of the lines that points and repeats are measured from, by the axis that they cross: x to the right, y up, z away. */
const LINES: readonly (readonly string[])[] = [
  "half aisle bed bench beyond clock curtain drip hook hooked left lit middle pane post pot sea stool timber tools wide".split(
    " ",
  ),
  "foot high hung lintel peak top usual waist".split(" "),
  "back behind court dashes far first flags from front glazed last manhole near nearest pews planks posts reach shelf slabs taps trusses".split(
    " ",
  ),
];

/** `name=value` pairs with spaces between: lengths, words, choices of words, or a word with its probability (`is=lit:0.4`). */
export function detailsOf(how: string): Details {
  const entries = how === "" ? [] : how.split(" ").map((text) => /^([a-z]+)=(\S+)$/.exec(text));
  return Object.fromEntries(
    entries.map((entry): [string, Details[string]] => {
      const [, name = "", value = ""] = entry ?? [];
      if (!entry) throw new RangeError(`how must be NAME=VALUE, not ${how}`);
      const [word = "", odds] = value.split(":");
      if (name === "is" && odds !== undefined) return [word, { word, odds: numberOf(odds) }];
      if (/^[a-z-]+(?:\*\d+)?(?:\/[a-z-]+(?:\*\d+)?)+$/.test(value))
        return [name, { either: eitherOf(value) }];
      return [name, /^[a-z-]+$/.test(value) ? value : metresOf(value)];
    }),
  );
}

/** A choice of words, each with its weight: `black*2/white*3`. */
const eitherOf = (text: string): string[] =>
  text.split("/").flatMap((choice) => {
    const [word = "", times = "1"] = choice.split("*");
    return Array.from({ length: numberOf(times) }, () => word);
  });

/**
 * The conditions of a part, separated by spaces. `night,dusk`: one of these words applies. `chance:0.4`: with this probability.
 * `turn:0,2/3`: in the first and third of three repeats. `fine:20`: if a metre is drawn with more than 20 units.
 */
export function whenOf(text: string): Pick<Part, "when" | "chance" | "turns" | "fine"> {
  const lists = text === "" ? [] : text.split(" ");
  const asked = (name: string) => lists.find((list) => list.startsWith(`${name}:`))?.slice(name.length + 1);
  const [odds, turn, fine] = [asked("chance"), asked("turn"), asked("fine")];
  const [turns = "", of = ""] = turn?.split("/") ?? [];
  const when = lists.filter((list) => !/^(?:chance|turn|fine):/.test(list)).map((list) => list.split(","));
  if (when.flat().some((word) => !/^[a-z-]+$/.test(word)))
    throw new RangeError(`when must be words, not ${text}`);
  return {
    ...(when.length > 0 && { when }),
    ...(turn !== undefined && { turns: { are: turns.split(",").map(numberOf), of: numberOf(of) } }),
    ...(odds !== undefined && { chance: numberOf(odds) }),
    ...(fine !== undefined && { fine: numberOf(fine) }),
  };
}

/** How a part repeats: `x -7 to 7 by 0.4`, or `by x1.2` for a factor; `xz 1,2 3,4` for shifts; `sides`; `12` for a number. */
export function timesOf(text: string): Times {
  if (text === "sides") return { sides: true };
  const [, count = "", most] = /^(\d+)(?:~(\d+))?$/.exec(text) ?? [];
  if (most !== undefined) return { count: Number(count), most: Number(most) };
  if (count !== "") return { count: Number(count) };
  if (/^[a-z]+$/.test(text)) return { count: metresOf(text) };
  const [axes = "", ...words] = text.split(" ");
  const at = [..."xyz"].map((axis) => axes.indexOf(axis));
  if (!/^[xyz]{1,3}$/.test(axes))
    throw new RangeError(`times must be sides, a number, or begin with axes, not ${text}`);
  const [from, to, end, by, step, ...more] = words;
  if (to !== "to") {
    const shifts = words.map((shift) => {
      const lengths = shift.split(",").map(numberOf);
      if (lengths.length !== axes.length) throw new RangeError(`${shift} is not a shift along ${axes}`);
      const [x = 0, y = 0, z = 0] = at.map((index) => lengths[index] ?? 0);
      return [x, y, z] as const;
    });
    return { shifts };
  }
  const [, name, wide = ""] = /^([a-z]+)=(\S+)$/.exec(step ?? "") ?? [];
  if (by !== "by" || !from || !end || !step || more.length > (name === undefined ? 0 : 1))
    throw new RangeError(`times must be AXIS FROM to END by STEP, or NAME=LENGTH GAP, not ${text}`);
  const axis = at.indexOf(0) as 0 | 1 | 2;
  const ends = { axis, from: onAxis(metresOf(from), axis), to: onAxis(metresOf(end), axis) };
  if (name !== undefined) return { ...ends, name, wide: metresOf(wide), gap: metresOf(more[0] ?? "0") };
  return step.startsWith("x") ? { ...ends, grow: numberOf(step.slice(1)) } : { ...ends, by: metresOf(step) };
}

export function stuffOf(name: string): NonNullable<Part["made"]> {
  if (/^by:[a-z]+$/.test(name)) return { by: name.slice("by:".length) };
  if (!isMaterial(name)) throw new RangeError(`made must name a material of materials.ts, not ${name}`);
  return name;
}

export function numberOf(text: string): number {
  const value = Number(text);
  if (!/^-?\d+(?:\.\d+)?$/.test(text) || Math.abs(value) > FARTHEST)
    throw new RangeError(`a number must be in metres, at most ${FARTHEST}, not ${text}`);
  return value;
}

/** A length: `1.2`; `0.4w` in units; `0.3~0.5` or `0.3/0.5` by chance; `0|0.5` by turns; `back:-0.1` from a line; `1w:-0.1` from a unit. */
function metresOf(text: string): Metres {
  if (text.includes("|")) return { turns: text.split("|").map(metresOf) };
  if (text.includes("/")) return { any: text.split("/").map(metresOf) };
  const [least = "", most] = text.split("~");
  if (most !== undefined) return { least: lengthOf(least), most: lengthOf(most) };
  return lengthOf(text);
}

/** A number, a multiple of a unit, or an offset in metres from a line or from the end of one unit. Sums of two lengths are refused. */
function lengthOf(text: string): Metres {
  const [, n = "", name, from] = /^(-?[\d.]*)([a-z]+)(?::(\S+))?$/.exec(text) ?? [];
  if (name === undefined) return numberOf(text);
  if (from !== undefined && (/[a-z]/.test(from) || !["", "-", "1"].includes(n)))
    throw new RangeError(`a cell has no sum of lengths such as ${text}: code must name that position`);
  const plus = from === undefined ? 0 : numberOf(from);
  if (n === "" || n === "-") return { line: name, sign: n === "-" ? -1 : 1, plus };
  return { n: numberOf(n), unit: name, ...(plus !== 0 && { plus }) };
}

/** Throws if the length is measured from a line that crosses another axis: `back` is not a position along x. */
function onAxis(metres: Metres, axis: number): Metres {
  if (typeof metres === "number") return metres;
  if ("line" in metres && LINES.some((names, of) => of !== axis && names.includes(metres.line)))
    throw new RangeError(`${metres.line} is not a line across ${"xyz"[axis]}`);
  const within =
    "any" in metres
      ? metres.any
      : "turns" in metres
        ? metres.turns
        : "least" in metres
          ? [metres.least, metres.most]
          : [];
  for (const length of within) onAxis(length, axis);
  return metres;
}

export function pointsOf(text: string): At[] {
  return text.split(" ").map((point): At => {
    const [x, y, z, more] = point.split(",").map((length, axis) => onAxis(metresOf(length), axis));
    if (x === undefined || y === undefined || z === undefined || more !== undefined)
      throw new RangeError(`a point must be x,y,z, not ${point}`);
    return [x, y, z];
  });
}

export function one(text: string): At {
  const [point, more] = pointsOf(text);
  if (!point || more) throw new RangeError(`expected one point, not ${text}`);
  return point;
}

export function two(text: string): [At, At] {
  const [from, to, more] = pointsOf(text);
  if (!from || !to || more) throw new RangeError(`expected two points, not ${text}`);
  return [from, to];
}

/** A curve in the syntax of `curve` of `marks.ts`. It stays text if all lengths are numbers. */
export function curveOf(text: string): Curve {
  const [first, ...rest] = text.split(" ");
  if (first === "round") {
    const round = rest.map(metresOf);
    if (round.length !== 5)
      throw new RangeError("a round needs its centre, its radii and a number of points");
    return round.every((length) => typeof length === "number") ? text : { round };
  }
  const points = text.split(" ").map((point) => {
    const [x, y, more] = point.replace(/!$/, "").split(",").map(metresOf);
    if (x === undefined || y === undefined || more !== undefined)
      throw new RangeError(`a point of a drawing must be x,y, or x,y! for a corner, not ${point}`);
    return point.endsWith("!") ? ([x, y, 1] as const) : ([x, y] as const);
  });
  return points.every(([x, y]) => typeof x === "number" && typeof y === "number") ? text : points;
}

export function weightOf({ weight }: { weight: string }): number {
  const value = numberOf(weight);
  if (value < 0 || value > 6) throw new RangeError(`a weight must be between 0 and 6, not ${weight}`);
  return value;
}

/** A paint, several by turns (`white|0.4`), a choice by chance (`white/0.4`), or a tone in a range (`0.1~0.3`). */
export function coatOf(text: string): Coat {
  const [least = "", most] = text.split("~");
  if (most !== undefined) return { least: numberOf(least), most: numberOf(most) };
  if (text.includes("|")) return { turns: text.split("|").map(paintOf) };
  return text.includes("/") ? { any: eitherOf(text).map(paintOf) } : paintOf(text);
}

/** Ink, a grey from 0 (white) to 1 (black), a veil or a light, or the name of a paint that code chooses. */
function paintOf(text: string): Laid {
  if (text === "black" || text === "white") return text;
  if (/^[a-z]+$/.test(text)) return { by: text };
  const [, kind = "tone", level = ""] = /^(?:(veil|light):)?([\d.]+)$/.exec(text) ?? [];
  const value = numberOf(level);
  if (value < 0 || value > 1) throw new RangeError(`a paint must be between 0 and 1, not ${text}`);
  if (kind === "veil") return { veil: value };
  return kind === "light" ? { light: value } : { tone: value };
}
