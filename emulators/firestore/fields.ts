// Reading and replacing parts of a document by field path. Maps are shared between versions of a document,
// so every change copies the maps on its way and nothing else.
import { type Fields, fieldsOf, type Value } from "./values.ts";

/** The value at a path, or undefined where the document has none. */
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

/** A copy with the value at the path; what is in the way and not a map is replaced by one. */
export function withField(fields: Fields, path: readonly string[], value: Value): Fields {
  const [key, ...rest] = path;
  if (key === undefined) return fields;
  if (rest.length === 0) return { ...fields, [key]: value };
  const child = Object.hasOwn(fields, key) ? fields[key] : undefined;
  const inner = child !== undefined && "mapValue" in child ? fieldsOf(child.mapValue) : {};
  return { ...fields, [key]: { mapValue: { fields: withField(inner, rest, value) } } };
}

/** A copy without the value at the path; maps around it stay, even when they become empty. */
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

/** Only the named fields, as a read mask or a query's `select` asks. */
export function maskFields(fields: Fields, paths: readonly (readonly string[])[]): Fields {
  let masked: Fields = {};
  for (const path of paths) {
    const value = fieldAt(fields, path);
    if (value !== undefined) masked = withField(masked, path, value);
  }
  return masked;
}
