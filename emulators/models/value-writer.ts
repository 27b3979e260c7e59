// Generates a value for any schema. Hooks decide values by the meaning of a key, the schema's types decide the rest.
import { inSchemaOrder } from "./answers.ts";
import type { Random } from "./random.ts";
import type { JsonSchema } from "./wire.ts";

/** A place in the generated value. */
export interface Site<Context> {
  /** Name of the nearest property. `""` at the root. */
  key: string;
  /** Names of the enclosing properties from the outermost, and its own name last. */
  path: readonly string[];
  /** The schema. Of a union it is the first alternative that is not null. */
  schema: JsonSchema;
  nullable: boolean;
  /** The hooks' context at this place. */
  context: Context;
  /** The properties of the enclosing object that were generated before. */
  siblings: Readonly<Record<string, unknown>>;
  random: Random;
}

export interface Hooks<Context> {
  /** Returns a value for a site, or undefined to generate it from the schema. */
  value(site: Site<Context>): unknown;
  /** Returns the contexts of an array's items, or undefined for a random number of items. */
  items(site: Site<Context>): readonly Context[] | undefined;
  /** Returns the text of a string without a `value`. */
  prose(site: Site<Context>): string;
}

/** Optional properties are generated with this probability. */
const OPTIONAL_SHARE = 0.8;

export function writeValue<Context>(
  schema: JsonSchema,
  { context, hooks, random }: { context: Context; hooks: Hooks<Context>; random: Random },
): unknown {
  const root = { key: "", path: [], context, siblings: {}, random };
  return inSchemaOrder(schema, write(schema, root, hooks));
}

type Around<Context> = Omit<Site<Context>, "schema" | "nullable">;

function write<Context>(union: JsonSchema, around: Around<Context>, hooks: Hooks<Context>): unknown {
  const { schema, nullable } = solid(union);
  const site = { ...around, schema, nullable };
  const given = hooks.value(site);
  if (given !== undefined) return given;
  const { random } = site;
  if (schema.enum !== undefined) return random.pick(schema.enum);
  switch ([schema.type].flat().find((type) => type !== "null")) {
    case "object":
      return writeObject(site, hooks);
    case "array": {
      const contexts = hooks.items(site) ?? Array.from({ length: random.between(1, 3) }, () => site.context);
      return contexts.map((context) => write(schema.items ?? {}, { ...around, context }, hooks));
    }
    case "integer":
      return random.between(...(rangeOf(schema.description) ?? USUAL_RANGE));
    case "number": {
      const range = rangeOf(schema.description);
      return range === undefined ? Math.round(random.next() * 100) / 100 : random.between(...range);
    }
    case "boolean":
      return random.isTrue(0.3);
    default:
      return hooks.prose(site);
  }
}

function writeObject<Context>(site: Site<Context>, hooks: Hooks<Context>): Record<string, unknown> {
  const { schema, path, context, random } = site;
  const required = new Set(schema.required ?? []);
  const written: Record<string, unknown> = {};
  const names = [...required, ...Object.keys(schema.properties ?? {}).filter((name) => !required.has(name))];
  for (const name of names) {
    if (!required.has(name) && !random.isTrue(OPTIONAL_SHARE)) continue;
    const around = { key: name, path: [...path, name], context, siblings: written, random };
    written[name] = write(schema.properties?.[name] ?? {}, around, hooks);
  }
  return written;
}

function solid(schema: JsonSchema): { schema: JsonSchema; nullable: boolean } {
  const options = schema.anyOf ?? [schema];
  const chosen = options.find(({ type }) => type !== "null") ?? schema;
  const nullable = options.length > 1 || [schema.type].flat().includes("null");
  return { schema: { ...chosen, description: chosen.description ?? schema.description }, nullable };
}

/** Schemas have no keywords for bounds. Descriptions contain them: `1 (passing) to 5 (the peak)`. */
function rangeOf(description = ""): [number, number] | undefined {
  const [least, most] = [...description.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return least !== undefined && most !== undefined && least < most ? [least, most] : undefined;
}

const USUAL_RANGE: [number, number] = [1, 3];
