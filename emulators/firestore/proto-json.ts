// Converts messages of google.firestore.v1 between proto3 JSON (HTTP) and the form that messages.ts declares. It follows the
// client's descriptors and is as strict as gRPC: a value of the wrong type is refused with its place.
import { invalid } from "./errors.ts";
import { type FieldNode, type FoundType, findType, readDescriptors } from "./proto-descriptors.ts";
import { type Reader, refuse, SCALARS, type Writer } from "./proto-scalars.ts";

export interface MessageJson {
  /** Throws INVALID_ARGUMENT with the place of the error. */
  read(json: unknown): object;
  write(message: object): object;
}

interface Codec {
  readonly read: Reader;
  readonly write: Writer;
  /** The default values, which stand for absence outside of a oneof. */
  readonly zero?: unknown;
}

const PACKAGE = "google.firestore.v1";

type JsonObject = { readonly [key: string]: unknown };

/** Returns the codec of a message by its name in google.firestore.v1, such as `CommitRequest`. */
export function messageJson(): (type: string) => MessageJson {
  const root = readDescriptors();
  const codecs = new Map<string, Codec>();

  function codecOf(type: string, scope: string): Codec {
    const scalar = SCALARS[type];
    if (scalar !== undefined) return { ...scalar, zero: ZEROS[type] };
    const found = findType(root, type, scope);
    if (found === null) throw new Error(`The client's descriptors lack ${type}.`);
    const known = codecs.get(found.name);
    if (known !== undefined) return known;
    const codec = found.node.values === undefined ? messageCodec(found) : enumCodec(found.node.values);
    codecs.set(found.name, codec);
    return codec;
  }

  function messageCodec({ name, node }: FoundType): Codec {
    const members = new Map<string, string>();
    for (const [oneof, { oneof: names }] of Object.entries(node.oneofs ?? {})) {
      for (const member of names) members.set(member, oneof);
    }
    const fields = new Map<string, { readonly key: string; readonly codec: () => Codec }>();
    for (const [key, field] of Object.entries(node.fields ?? {})) {
      const isPresent = members.has(key) || field.options?.proto3_optional === true;
      // Types may be recursive, so a codec is resolved at its first use.
      let codec: Codec | undefined;
      const entry = { key, codec: () => (codec ??= fieldCodec(field, name, isPresent)) };
      fields.set(key, entry);
      fields.set(snakeCase(key), entry);
    }
    return {
      read(json, at) {
        if (!isObject(json)) return refuse(at, json, `type.googleapis.com/${name}`);
        const message: { [key: string]: unknown } = {};
        const chosen = new Set<string>();
        for (const [jsonKey, value] of Object.entries(json)) {
          const field = fields.get(jsonKey);
          if (field === undefined) {
            throw invalid(
              `Invalid JSON payload received. Unknown name "${jsonKey}" at '${at}': Cannot find field.`,
            );
          }
          const codec = field.codec();
          if (value === undefined || (value === null && field.key !== "nullValue")) continue;
          const oneof = members.get(field.key);
          if (oneof !== undefined && chosen.has(oneof)) {
            throw invalid(`Invalid value at '${at}' (oneof), oneof field '${oneof}' is already set.`);
          }
          if (oneof !== undefined) chosen.add(oneof);
          const read = codec.read(value, at === "" ? field.key : `${at}.${field.key}`);
          if (read !== codec.zero) message[field.key] = read;
        }
        return message;
      },
      write(message) {
        if (!isObject(message)) return message;
        const json: { [key: string]: unknown } = {};
        for (const [key, value] of Object.entries(message)) {
          const codec = value === undefined ? undefined : fields.get(key)?.codec();
          if (codec !== undefined && value !== codec.zero) json[key] = codec.write(value);
        }
        return json;
      },
    };
  }

  function fieldCodec(field: FieldNode, scope: string, isPresent: boolean): Codec {
    const one = codecOf(field.type, scope);
    if (field.keyType !== undefined) return mapCodec(one);
    if (field.rule === "repeated") return listCodec(one);
    return isPresent ? { read: one.read, write: one.write } : one;
  }

  return (type) => {
    const { read, write } = codecOf(type, PACKAGE);
    return {
      read(json) {
        const message = read(json, "");
        return isObject(message) ? message : {};
      },
      write(message) {
        const json = write(message);
        return isObject(json) ? json : {};
      },
    };
  };
}

const ZEROS: { readonly [type: string]: unknown } = {
  string: "",
  bool: false,
  int32: 0,
  int64: "0",
  bytes: "",
};

function enumCodec(values: { readonly [name: string]: number }): Codec {
  const names = new Map(Object.entries(values).map(([name, number]) => [number, name]));
  return {
    read(json, at) {
      const name = typeof json === "number" ? names.get(json) : json;
      return typeof name === "string" && Object.hasOwn(values, name) ? name : refuse(at, json, "TYPE_ENUM");
    },
    write: (value) => value,
    zero: names.get(0),
  };
}

/** A query string with one value for a repeated field gives the value itself, not a list. */
function listCodec({ read, write }: Codec): Codec {
  return {
    read: (json, at) =>
      Array.isArray(json)
        ? json.map((item, index) => read(item, `${at}[${index}]`))
        : isObject(json)
          ? refuse(at, json, "a list")
          : [read(json, at)],
    write: (list) => (Array.isArray(list) ? list.map(write) : list),
  };
}

function mapCodec({ read, write }: Codec): Codec {
  return {
    read(json, at) {
      if (!isObject(json)) return refuse(at, json, "a map");
      return fromEntries(json, (value, key) => read(value, `${at}.${key}`));
    },
    write: (map) => (isObject(map) ? fromEntries(map, write) : map),
  };
}

/** Sets a key, also `__proto__`, as an own property. */
function fromEntries(object: JsonObject, change: (value: unknown, key: string) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
