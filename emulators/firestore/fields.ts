// Reads and replaces parts of a document by field path. Versions of a document share maps, so a change copies only the maps
// along its path.
import { type Fields, fieldsOf, type Value } from "./values.ts";

/** The value at a path. Undefined if the document has none. */
export function fieldAt(fields: Fields, path: readonly string[]): Value | undefined {
  let current = fields;
  for (const [index, key] of path.entries()) {
    const value = Object.hasOwn(current, key) ? current[key] : undefined;
    if (value === undefined || index === path.length - 1) return value;
    if (!("mapValue" in value)) return undefined;
    current = fieldsOf(value.mapValue);
  }
  return undefined;
}

/** A copy with the value at the path. A value along the path that is not a map is replaced by a map. */
export function withField(fields: Fields, path: readonly string[], value: Value): Fields {
  const [key, ...rest] = path;
  if (key === undefined) return fields;
  if (rest.length === 0) return { ...fields, [key]: value };
  const child = Object.hasOwn(fields, key) ? fields[key] : undefined;
  const inner = child !== undefined && "mapValue" in child ? fieldsOf(child.mapValue) : {};
  return { ...fields, [key]: { mapValue: { fields: withField(inner, rest, value) } } };
}

/** A copy without the value at the path. The maps around it stay, even if they become empty. */
export function withoutField(fields: Fields, path: readonly string[]): Fields {
  const [key, ...rest] = path;
  if (key === undefined || !Object.hasOwn(fields, key)) return fields;
  if (rest.length === 0) {
    const { [key]: _removed, ...others } = fields;
    return others;
  }
  const child = fields[key];
  if (child === undefined || !("mapValue" in child)) return fields;
  return { ...fields, [key]: { mapValue: { fields: withoutField(fieldsOf(child.mapValue), rest) } } };
}

/** The fields that a read mask or a query's `select` names. */
export function maskFields(fields: Fields, paths: readonly (readonly string[])[]): Fields {
  let masked: Fields = {};
  for (const path of paths) {
    const value = fieldAt(fields, path);
    if (value !== undefined) masked = withField(masked, path, value);
  }
  return masked;
}
