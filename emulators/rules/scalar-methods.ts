// The methods of strings, bytes, timestamps, durations, latlngs and paths.
import type { Result } from "./collection-methods.ts";
import { matchesWhole, replaceMatches, splitAtMatches } from "./patterns.ts";
import {
  boolOf,
  durationOf,
  EvaluationError,
  floatOf,
  intOf,
  listOf,
  type PathValue,
  type RulesValue,
  stringOf,
  timestampOf,
} from "./rules-value.ts";

const NANOS_PER_MS = 1_000_000n;
const NANOS_PER_SECOND = 1_000_000_000n;
const NANOS_PER_DAY = 86_400n * NANOS_PER_SECOND;
const EARTH_RADIUS_M = 6_371_010;

function textOf(value: RulesValue): string {
  if (value.type !== "string") throw new EvaluationError(`expected a string, not ${value.type}`);
  return value.value;
}

export function stringMethod(text: string, name: string, args: readonly RulesValue[]): Result {
  const [first, second, ...others] = args;
  if (others.length > 0) return undefined;
  if (first !== undefined && second !== undefined) {
    return name === "replace" ? stringOf(replaceMatches(text, textOf(first), textOf(second))) : undefined;
  }
  if (first !== undefined) {
    if (name === "matches") return boolOf(matchesWhole(text, textOf(first)));
    if (name === "split") return listOf(splitAtMatches(text, textOf(first)).map(stringOf));
    return undefined;
  }
  switch (name) {
    case "lower":
      return stringOf(text.toLowerCase());
    case "upper":
      return stringOf(text.toUpperCase());
    case "trim":
      return stringOf(text.trim());
    case "size":
      return intOf([...text].length);
    case "toUtf8":
      return { type: "bytes", value: Buffer.from(text) };
    default:
      return undefined;
  }
}

export function bytesMethod(bytes: Buffer, name: string, args: readonly RulesValue[]): Result {
  if (args.length > 0) return undefined;
  if (name === "size") return intOf(bytes.length);
  if (name === "toBase64") return stringOf(bytes.toString("base64"));
  return name === "toHexString" ? stringOf(bytes.toString("hex")) : undefined;
}

/** Floor division, for times before 1970. */
function floorDivide(value: bigint, by: bigint): bigint {
  return value / by - (value % by < 0n ? 1n : 0n);
}

export function timestampMethod(nanos: bigint, name: string, args: readonly RulesValue[]): Result {
  if (args.length > 0) return undefined;
  const millis = Number(floorDivide(nanos, NANOS_PER_MS));
  const date = new Date(millis);
  const midnight = floorDivide(nanos, NANOS_PER_DAY) * NANOS_PER_DAY;
  switch (name) {
    case "toMillis":
      return intOf(millis);
    case "nanos":
      return intOf(nanos - floorDivide(nanos, NANOS_PER_SECOND) * NANOS_PER_SECOND);
    case "seconds":
      return intOf(date.getUTCSeconds());
    case "minutes":
      return intOf(date.getUTCMinutes());
    case "hours":
      return intOf(date.getUTCHours());
    case "day":
      return intOf(date.getUTCDate());
    case "month":
      return intOf(date.getUTCMonth() + 1);
    case "year":
      return intOf(date.getUTCFullYear());
    // Monday is 1, Sunday 7.
    case "dayOfWeek":
      return intOf(date.getUTCDay() || 7);
    case "dayOfYear":
      return intOf(
        (Number(midnight / NANOS_PER_MS) - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000 + 1,
      );
    case "date":
      return timestampOf(midnight);
    case "time":
      return durationOf(nanos - midnight);
    default:
      return undefined;
  }
}

export function durationMethod(nanos: bigint, name: string, args: readonly RulesValue[]): Result {
  if (args.length > 0) return undefined;
  if (name === "seconds") return intOf(nanos / NANOS_PER_SECOND);
  return name === "nanos" ? intOf(nanos % NANOS_PER_SECOND) : undefined;
}

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

export function placeMethod(place: Place, name: string, args: readonly RulesValue[]): Result {
  const [other, ...others] = args;
  if (other !== undefined) {
    if (name !== "distance" || others.length > 0) return undefined;
    if (other.type !== "latlng") throw new EvaluationError(`expected a latlng, not ${other.type}`);
    return floatOf(distanceM(place, other));
  }
  if (name === "latitude") return floatOf(place.latitude);
  return name === "longitude" ? floatOf(place.longitude) : undefined;
}

/** Great-circle distance by the haversine formula. */
function distanceM(from: Place, to: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [a, b] = [radians(from.latitude), radians(to.latitude)];
  const across = radians(to.longitude - from.longitude);
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(across / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(half));
}

/** `bind` replaces `{name}` in a path by values. */
export function pathMethod(path: PathValue, name: string, args: readonly RulesValue[]): Result {
  const [bindings, ...others] = args;
  if (name !== "bind" || bindings === undefined || others.length > 0) return undefined;
  if (bindings.type !== "map")
    throw new EvaluationError(`the argument of bind must be a map, not ${bindings.type}`);
  const segments = path.segments.map((segment) => {
    const variable = /^\{(\w+)\}$/.exec(segment)?.[1];
    const bound = variable === undefined ? undefined : bindings.entries.get(variable);
    return bound === undefined ? segment : textOf(bound);
  });
  return { type: "path", segments };
}
