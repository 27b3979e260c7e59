// The global functions, and those in the namespaces math, duration, timestamp, latlng and hashing. The functions that read
// documents are in the evaluator.
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import {
  boolOf,
  durationOf,
  EvaluationError,
  floatOf,
  intOf,
  isOpaque,
  type RulesValue,
  stringOf,
  timestampOf,
  UNKNOWN,
} from "./rules-value.ts";

export const DOCUMENT_FUNCTIONS = ["get", "exists", "getAfter", "existsAfter"] as const;
export type DocumentFunction = (typeof DOCUMENT_FUNCTIONS)[number];

/** The number of arguments of each. */
export const GLOBAL_ARITIES: ReadonlyMap<string, number> = new Map(
  [...DOCUMENT_FUNCTIONS, "bool", "debug", "float", "int", "path", "string"].map((name) => [name, 1]),
);

const NANOS_PER_UNIT: Readonly<Record<string, bigint>> = {
  w: 604_800_000_000_000n,
  d: 86_400_000_000_000n,
  h: 3_600_000_000_000n,
  m: 60_000_000_000n,
  s: 1_000_000_000n,
  ms: 1_000_000n,
  ns: 1n,
};

export function callGlobal(name: string, value: RulesValue): RulesValue {
  if (name === "debug") return value;
  if (isOpaque(value)) return UNKNOWN;
  const failed = () => new EvaluationError(`${name}() cannot convert this ${value.type}`);
  switch (name) {
    case "bool":
      if (value.type === "bool") return value;
      if (value.type === "string" && /^(true|false)$/.test(value.value))
        return boolOf(value.value === "true");
      break;
    case "int":
      if (value.type === "int") return value;
      if (value.type === "float" && Number.isFinite(value.value)) return intOf(Math.trunc(value.value));
      if (value.type === "string" && /^[-+]?\d+$/.test(value.value))
        return intOf(BigInt(value.value.replace("+", "")));
      break;
    case "float":
      if (value.type === "float") return value;
      if (value.type === "int") return floatOf(Number(value.value));
      if (value.type === "string" && /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(value.value)) {
        return floatOf(Number(value.value));
      }
      break;
    case "string":
      if (value.type === "string") return value;
      if (value.type === "null") return stringOf("null");
      if (value.type === "path") return stringOf(`/${value.segments.join("/")}`);
      if (value.type === "bool" || value.type === "int" || value.type === "float") {
        return stringOf(String(value.value));
      }
      break;
    case "path":
      if (value.type === "path") return value;
      if (value.type === "string" && /^(\/[^/]+)+$/.test(value.value)) {
        return { type: "path", segments: value.value.slice(1).split("/") };
      }
  }
  throw failed();
}

type Namespaced = (...args: RulesValue[]) => RulesValue;

function number(value: RulesValue): number {
  if (value.type === "int" || value.type === "float") return Number(value.value);
  throw new EvaluationError(`expected a number, not ${value.type}`);
}

function integer(value: RulesValue): bigint {
  if (value.type === "int") return value.value;
  throw new EvaluationError(`expected an integer, not ${value.type}`);
}

/** Functions of math with an integer result. Infinities are an error. */
const rounding =
  (round: (value: number) => number): Namespaced =>
  (value) => {
    const result = round(number(value));
    if (!Number.isFinite(result)) throw new EvaluationError("infinity is not an integer");
    return intOf(result);
  };

const hashing =
  (digest: (bytes: Buffer) => Buffer): Namespaced =>
  (value) => {
    if (value.type === "bytes") return { type: "bytes", value: digest(value.value) };
    if (value.type === "string") return { type: "bytes", value: digest(Buffer.from(value.value)) };
    throw new EvaluationError(`expected bytes, not ${value.type}`);
  };

function crc32Bytes(bytes: Buffer): Buffer {
  const result = Buffer.alloc(4);
  result.writeUInt32BE(crc32(bytes));
  return result;
}

/** The functions by namespace and name. The number of arguments is the function's `length`. */
const NAMESPACES: ReadonlyMap<string, ReadonlyMap<string, Namespaced>> = new Map(
  Object.entries({
    math: {
      abs: (value: RulesValue) =>
        value.type === "int"
          ? intOf(value.value < 0n ? -value.value : value.value)
          : floatOf(Math.abs(number(value))),
      ceil: rounding(Math.ceil),
      floor: rounding(Math.floor),
      round: rounding(Math.round),
      isInfinite: (value: RulesValue) => boolOf(Math.abs(number(value)) === Number.POSITIVE_INFINITY),
      isNaN: (value: RulesValue) => boolOf(Number.isNaN(number(value))),
      pow: (base: RulesValue, exponent: RulesValue) => floatOf(number(base) ** number(exponent)),
      sqrt: (value: RulesValue) => floatOf(Math.sqrt(number(value))),
    },
    duration: {
      abs: (value: RulesValue) => {
        if (value.type !== "duration") throw new EvaluationError(`expected a duration, not ${value.type}`);
        return durationOf(value.value < 0n ? -value.value : value.value);
      },
      time: (hours: RulesValue, minutes: RulesValue, seconds: RulesValue, nanos: RulesValue) => {
        const total = (integer(hours) * 60n + integer(minutes)) * 60n + integer(seconds);
        return durationOf(total * 1_000_000_000n + integer(nanos));
      },
      value: (magnitude: RulesValue, unit: RulesValue) => {
        const name = unit.type === "string" ? unit.value : "";
        const nanos = Object.hasOwn(NANOS_PER_UNIT, name) ? NANOS_PER_UNIT[name] : undefined;
        if (nanos === undefined)
          throw new EvaluationError("a duration's unit must be w, d, h, m, s, ms or ns");
        return durationOf(integer(magnitude) * nanos);
      },
    },
    timestamp: {
      date: (year: RulesValue, month: RulesValue, day: RulesValue) => {
        const [y, m, d] = [Number(integer(year)), Number(integer(month)), Number(integer(day))];
        const date = new Date(Date.UTC(y, m - 1, d));
        if (date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) {
          throw new EvaluationError("the date does not exist");
        }
        return timestampOf(BigInt(date.getTime()) * 1_000_000n);
      },
      value: (millis: RulesValue) => timestampOf(integer(millis) * 1_000_000n),
    },
    latlng: {
      value: (latitude: RulesValue, longitude: RulesValue) => {
        const place = { latitude: number(latitude), longitude: number(longitude) };
        if (!(Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180)) {
          throw new EvaluationError("the latitude or the longitude is out of range");
        }
        return { type: "latlng" as const, ...place };
      },
    },
    hashing: {
      crc32: hashing(crc32Bytes),
      md5: hashing((bytes) => createHash("md5").update(bytes).digest()),
      sha256: hashing((bytes) => createHash("sha256").update(bytes).digest()),
    },
  } satisfies Record<string, Record<string, Namespaced>>).map(([namespace, functions]) => [
    namespace,
    new Map<string, Namespaced>(Object.entries(functions)),
  ]),
);

export function isNamespace(name: string): boolean {
  return NAMESPACES.has(name);
}

export function callNamespaced(namespace: string, name: string, args: readonly RulesValue[]): RulesValue {
  const called = NAMESPACES.get(namespace)?.get(name);
  if (called === undefined || called.length !== args.length) {
    throw new EvaluationError(`there is no function ${namespace}.${name} with ${args.length} arguments`);
  }
  return args.some(isOpaque) ? UNKNOWN : called(...args);
}
