// Converts a thing's SVG to marks of the offline artist. docs/develop/things.md describes the subset.

import {
  compose,
  IDENTITY,
  type Matrix,
  type Pt,
  placed,
  rect,
} from "../../../lib/models/offline/artist/pen/curves.ts";
import { isMaterial, type MaterialName } from "../../../lib/models/offline/artist/pen/material-names.ts";
import type { Taper } from "../../../lib/models/offline/artist/pen/outlines.ts";
import { ANCHORS, type Laid, type Mark } from "../../../lib/models/offline/artist/things/mark.ts";
import { splinePoints } from "./spline-points.ts";
import { parseSvg, type SvgElement } from "./svg-elements.ts";
import { subpathsOf } from "./svg-paths.ts";

/** Stroke width in the file for a contour of weight 1. */
export const WIDTH_OF_WEIGHT = 2;

const SHAPES = ["path", "circle", "ellipse", "rect"];
const PRESENTATION = ["fill", "stroke", "stroke-width", "fill-rule", "opacity"];
const OWN = [
  "data-tone",
  "data-veil",
  "data-weight",
  "data-taper",
  "data-made",
  "data-points",
  "data-anchor",
  ...["data-paint", "data-light", "data-when", "data-draws", "data-turn", "data-share", "data-about"],
  ...["data-own", "data-frame", "data-pin"],
];
const GEOMETRY: Readonly<Record<string, readonly string[]>> = {
  svg: ["viewBox", "width", "height"],
  g: ["transform", "clip-path"],
  clipPath: ["clipPathUnits"],
  defs: [],
  path: ["d"],
  circle: ["cx", "cy", "r"],
  ellipse: ["cx", "cy", "rx", "ry"],
  rect: ["x", "y", "width", "height"],
};

/** The marks of a drawing, with its grip at the origin. Throws `RangeError` or `SyntaxError` for features outside of the subset. */
export function marksOf(svg: string): Mark[] {
  const root = parseSvg(svg);
  const clips = new Map<string, string>();
  check(root, clips);
  const marks = marksIn(root.children, clips);
  if (marks.length === 0) throw new RangeError("nothing is drawn");
  const [gripX, gripY] = anchorsIn(root).find(({ name }) => name === "grip")?.at ?? [0, 0];
  const anchors = anchorsIn(root).flatMap(({ name, at: [x, y] }): Mark[] => {
    const anchor = ANCHORS.find((one) => one === name);
    if (anchor === undefined && name !== "grip")
      throw new RangeError(`data-anchor must be grip, ${ANCHORS.join(", ")}, not ${name}`);
    return anchor ? [{ anchor, at: [x - gripX, y - gripY] }] : [];
  });
  const held: Mark[] =
    gripX === 0 && gripY === 0 ? marks : [{ group: marks, matrix: [1, 0, 0, 1, -gripX, -gripY] }];
  return [...held, ...anchors];
}

/** Rejects features outside of the subset, and collects the clip paths of groups. */
function check({ name, attributes, children }: SvgElement, clips: Map<string, string>): void {
  const known = GEOMETRY[name];
  if (!known) throw new RangeError(`<${name}> is not in the supported subset`);
  for (const attribute of Object.keys(attributes)) {
    if (attribute !== "id" && ![...known, ...PRESENTATION, ...OWN].includes(attribute))
      throw new RangeError(`${attribute} of <${name}> is not in the supported subset`);
  }
  if (name === "clipPath") {
    const [shape, more] = children;
    if (!shape || more || !attributes.id) throw new RangeError("a <clipPath> has an id and one shape");
    clips.set(attributes.id, closedCurve(shape));
  }
  for (const child of children) check(child, clips);
}

/** The named anchor points, which are not inside groups. */
const anchorsIn = ({ children }: SvgElement): { name: string; at: Pt }[] =>
  children.flatMap(({ attributes }) => {
    const name = attributes["data-anchor"];
    return name === undefined ? [] : [{ name, at: [number(attributes, "cx"), number(attributes, "cy")] }];
  });

function marksIn(elements: readonly SvgElement[], clips: ReadonlyMap<string, string>): Mark[] {
  return elements.flatMap((element): Mark[] => {
    if (element.name === "clipPath" || element.name === "defs" || element.attributes["data-anchor"])
      return [];
    const { "data-when": when, "data-draws": draws } = element.attributes;
    if (draws === undefined && !SHAPES.includes(element.name)) return [groupOf(element, clips)];
    const mark = draws === undefined ? markOf(element) : { draws: wordOf(draws) };
    return [when === undefined ? mark : { group: [mark], when: wordsOf(when) }];
  });
}

function wordOf(text: string): string {
  if (!/^[a-z][a-z-]*$/.test(text)) throw new RangeError(`a name may have letters and hyphens, not ${text}`);
  return text;
}

/** Comma-separated alternatives in a space-separated list. */
const wordsOf = (when: string): string[][] => when.split(" ").map((list) => list.split(",").map(wordOf));

function turnOf(attributes: Attributes): Extract<Mark, { group: Mark[] }>["turn"] {
  const { "data-turn": by = "", "data-about": about = "" } = attributes;
  const at = pointOf(about, (text) => `a rotation needs a point, not ${text}`);
  return { by: wordOf(by), share: number(attributes, "data-share", 1), about: at };
}

function pointOf(text: string, wrong: (text: string) => string): Pt {
  const [x = Number.NaN, y = Number.NaN, more] = text.split(" ").map(Number);
  if (!Number.isFinite(x + y) || more !== undefined) throw new RangeError(wrong(text));
  return [x, y];
}

function groupOf({ attributes, children }: SvgElement, clips: ReadonlyMap<string, string>): Mark {
  const { transform, "clip-path": cut, "data-made": made, "data-when": when } = attributes;
  const clip =
    cut === undefined ? undefined : clips.get(/^url\(['"]?#([^'")]+)['"]?\)$/.exec(cut)?.[1] ?? "");
  if (cut !== undefined && clip === undefined) throw new RangeError(`there is no <clipPath> for ${cut}`);
  return {
    group: marksIn(children, clips),
    ...(transform && { matrix: matrixOf(transform) }),
    ...(made && { made: materialOf(made) }),
    ...(attributes["data-own"] !== undefined && { own: wordOf(attributes["data-own"]) }),
    ...(attributes["data-frame"] !== undefined && { frame: wordOf(attributes["data-frame"]) }),
    ...(attributes["data-pin"] !== undefined && {
      pin: pointOf(attributes["data-pin"], (text) => `a pinned group needs a point, not ${text}`),
    }),
    ...(clip !== undefined && { clip }),
    ...(attributes["data-turn"] !== undefined && { turn: turnOf(attributes) }),
    ...(when !== undefined && { when: wordsOf(when) }),
  };
}

function materialOf(name: string): MaterialName {
  if (!isMaterial(name)) throw new RangeError(`data-made must name a material of materials.ts, not ${name}`);
  return name;
}

const TURNS: Readonly<Record<string, (numbers: readonly number[]) => Matrix>> = {
  matrix: ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]) => [a, b, c, d, e, f],
  translate: ([x = 0, y = 0]) => placed(x, y),
  scale: ([x = 1, y = x]) => placed(0, 0, 0, x, y),
  rotate: ([degrees = 0, x = 0, y = 0]) =>
    compose(compose(placed(x, y), placed(0, 0, degrees)), placed(-x, -y)),
};

/** A list of matrix(…), translate(…), rotate(…) and scale(…). */
function matrixOf(transform: string): Matrix {
  const turns = [...transform.matchAll(/(\w+)\s*\(([^)]*)\)/g)].map(([, kind = "", list = ""]) => {
    const numbers = list
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const matrix = TURNS[kind]?.(numbers);
    if (!matrix || numbers.some((n) => !Number.isFinite(n)))
      throw new RangeError(`a transform may use matrix, translate, rotate and scale, not ${transform}`);
    return { kind, numbers, matrix };
  });
  const [move, turn, scale] = turns.map(({ numbers }) => numbers);
  // These operations in the order of the pen's own, so that the numbers are identical.
  if (/^translate rotate( scale)?$/.test(turns.map(({ kind }) => kind).join(" ")) && turn?.length === 1)
    return placed(move?.[0] ?? 0, move?.[1] ?? 0, turn[0], scale?.[0], scale?.[1]);
  return turns.map(({ matrix }) => matrix).reduce(compose, IDENTITY);
}

function markOf(element: SvgElement): Mark {
  const { attributes } = element;
  const { fill = "black", stroke = "none", "data-taper": taper } = attributes;
  const weight = stroke === "none" ? undefined : weightOf(attributes);
  if (fill !== "none") return areaOf(element, weight);
  if (weight === undefined) throw new RangeError(`<${element.name}> has neither fill nor stroke`);
  const { curve, closed } = curveOf(element);
  if (taper === "contour") return { contour: curve, weight };
  if (taper !== undefined) {
    const ends = { weight, taper: taperOf(taper) };
    return WHITE.test(stroke) ? { scratch: curve, ...ends } : { line: curve, ...ends };
  }
  return { stroke: curve, paint: paintOf(attributes, stroke), weight, ...(closed && { closed }) };
}

function areaOf(element: SvgElement, weight: number | undefined): Mark {
  const paint = paintOf(element.attributes, element.attributes.fill ?? "black");
  const [area, hole, more] = curvesOf(element);
  if (!area || more) throw new RangeError("an area must be one closed curve, or two of which one is a hole");
  return {
    area: area.curve,
    ...(hole && { hole: hole.curve }),
    paint,
    ...(weight !== undefined && { weight }),
  };
}

function taperOf(taper: string): Taper {
  if (taper === "both" || taper === "start" || taper === "end" || taper === "none") return taper;
  throw new RangeError(`data-taper must be both, start, end, none or contour, not ${taper}`);
}

type Attributes = SvgElement["attributes"];

function number(attributes: Attributes, name: string, otherwise = 0): number {
  const text = attributes[name];
  const value = text === undefined ? otherwise : Number(text.replace(/px$/, ""));
  if (!Number.isFinite(value) || Math.abs(value) > 2_000)
    throw new RangeError(`${name} must be a number, not ${text}`);
  return value;
}

const weightOf = (attributes: Attributes): number =>
  attributes["data-weight"] === undefined
    ? Math.round((number(attributes, "stroke-width", WIDTH_OF_WEIGHT) / WIDTH_OF_WEIGHT) * 1e4) / 1e4
    : number(attributes, "data-weight");

const WHITE = /^(?:white|#fff|#ffffff)$/i;

/** Ink if black or white; otherwise a grey. `data-tone` and `data-veil` override the colour. */
function paintOf(attributes: Attributes, colour: string): Laid {
  if (attributes["data-paint"] !== undefined) return { by: wordOf(attributes["data-paint"]) };
  if (attributes["data-light"] !== undefined) return { light: shade(attributes, "data-light") };
  if (attributes["data-veil"] !== undefined) return { veil: shade(attributes, "data-veil") };
  if (attributes["data-tone"] !== undefined) return { tone: shade(attributes, "data-tone") };
  const [, r = "", g = "", b = ""] = /^#([\da-f]{1,2})([\da-f]{1,2})([\da-f]{1,2})$/i.exec(colour) ?? [];
  if (/^(?:black|#000|#000000)$/i.test(colour)) return "black";
  if (WHITE.test(colour)) return "white";
  if (r === "" || r !== g || g !== b)
    throw new RangeError(`a paint must be black, white or a grey, not ${colour}`);
  const level = Number.parseInt(r.length === 1 ? r + r : r, 16);
  return { tone: Math.round((1 - level / 255) * 100) / 100 };
}

function shade(attributes: Attributes, name: string): number {
  const value = number(attributes, name);
  if (value < 0 || value > 1) throw new RangeError(`${name} must be between 0 and 1, not ${value}`);
  return value;
}

interface Curve {
  curve: string;
  closed: boolean;
}

function curveOf(element: SvgElement): Curve {
  const [curve, more] = curvesOf(element);
  if (!curve || more) throw new RangeError("a stroke must be one curve");
  return curve;
}

function curvesOf(element: SvgElement): Curve[] {
  if (element.name !== "path") return [{ curve: closedCurve(element), closed: true }];
  return subpathsOf(element.attributes.d ?? "").map((subpath) => ({
    curve: written(splinePoints(subpath)),
    closed: subpath.closed,
  }));
}

/** The curve of a closed shape, in the syntax of `curve` of `marks.ts`. */
function closedCurve(element: SvgElement): string {
  const { name, attributes } = element;
  const at = (attribute: string) => number(attributes, attribute);
  if (name === "rect") return written(rect(at("x"), at("y"), at("width"), at("height")));
  if (name === "path") return curveOf(element).curve;
  const [rx, ry] = name === "circle" ? [at("r"), at("r")] : [at("rx"), at("ry")];
  const usual = Math.min(24, Math.max(8, Math.round(6 + Math.max(rx, ry) / 5)));
  return `round ${[at("cx"), at("cy"), rx, ry, number(attributes, "data-points", usual)].join(" ")}`;
}

/** In the syntax of `curve` of `marks.ts`. */
const written = (points: readonly Pt[]): string =>
  points.map(([x, y, corner]) => `${x},${y}${corner ? "!" : ""}`).join(" ");
