// Required and known inputs of resources, from the provider's TypeScript declarations (`@pulumi/gcp`, the version in package.json). The
// provider's schema, from which these are generated, is not in the package; its required fields are those that are not optional in the
// types.
import { readdirSync, readFileSync } from "node:fs";
import type { RecordedResource } from "./recorded.ts";

interface Property {
  isRequired: boolean;
  /** Name in `types/input.d.ts`, such as `cloudrunv2.ServiceTemplate`; undefined for a plain value. */
  nested: string | undefined;
}
type Properties = ReadonlyMap<string, Property>;

const folder = new URL("node_modules/@pulumi/gcp/", import.meta.url);

const read = (path: string) =>
  readFileSync(new URL(path, folder), "utf8").replaceAll(/\/\*\*[\s\S]*?\*\//g, "");

/** The nested types by name, `NAMESPACE.NAME`. */
const nestedTypes = readNestedTypes(read("types/input.d.ts"));

/**
 * The inputs of a resource that are missing or unknown, as paths: `template.containers[0].image is missing`. Throws if the package has no
 * such type.
 */
export function inputFaults({ type, inputs }: Pick<RecordedResource, "type" | "inputs">): string[] {
  return faultsOf(inputs, propertiesOf(type), "");
}

function propertiesOf(type: string): Properties {
  const isProvider = type === "pulumi:providers:gcp";
  const [, path = "", name = ""] = isProvider ? [type, "provider", "Provider"] : type.split(":");
  const text = read(fileOf(path));
  const body = new RegExp(`export interface ${name}Args \\{\\n([\\s\\S]*?)\\n\\}`).exec(text)?.[1];
  if (body === undefined) throw new Error(`@pulumi/gcp has no type ${type}`);
  return readProperties(body);
}

/** A type token spells the file as the provider's schema does: `uRLMap` is in `urlmap.d.ts`, `index` in `index_.d.ts`. */
function fileOf(path: string): string {
  const [module = "", name = ""] = path.includes("/") ? path.split("/") : [".", path];
  const wanted = `${name === "index" ? "index_" : name}.d.ts`.toLowerCase();
  const found = readdirSync(new URL(`${module}/`, folder)).find((file) => file.toLowerCase() === wanted);
  if (found === undefined) throw new Error(`@pulumi/gcp has no file of ${path}`);
  return `${module}/${found}`;
}

function readNestedTypes(text: string): ReadonlyMap<string, Properties> {
  const found = new Map<string, Properties>();
  for (const [, space = "", bodies = ""] of text.matchAll(
    /export declare namespace (\w+) \{\n([\s\S]*?)\n\}/g,
  )) {
    for (const [, name = "", body = ""] of bodies.matchAll(/ {4}interface (\w+) \{\n([\s\S]*?)\n {4}\}/g)) {
      found.set(`${space}.${name}`, readProperties(body));
    }
  }
  return found;
}

function readProperties(body: string): Properties {
  return new Map(
    [...body.matchAll(/^ +(\w+)(\??): (.+)$/gm)].map(([, name = "", optional, type = ""]) => [
      name,
      { isRequired: optional === "", nested: /inputs\.(\w+\.\w+)/.exec(type)?.[1] },
    ]),
  );
}

function faultsOf(value: unknown, properties: Properties, path: string): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((each, at) => faultsOf(each, properties, `${path.replace(/\.$/, "")}[${at}].`));
  }
  if (typeof value !== "object" || value === null) return [];
  const given = new Map(Object.entries(value).filter(([, each]) => each !== undefined && each !== null));
  const missing = [...properties]
    .filter(([name, { isRequired }]) => isRequired && !given.has(name))
    .map(([name]) => `${path}${name} is missing`);
  const others = [...given].flatMap(([name, each]) => {
    const property = properties.get(name);
    if (property === undefined) return [`${path}${name} is unknown`];
    const nested = property.nested && nestedTypes.get(property.nested);
    return nested ? faultsOf(each, nested, `${path}${name}.`) : [];
  });
  return [...missing, ...others];
}
