// Decides whether an index file (`firestore.indexes.json`) covers a query, by the service's rules.
// https://firebase.google.com/docs/firestore/query-data/index-overview
// https://firebase.google.com/docs/firestore/query-data/index-overview#taking_advantage_of_index_merging
// https://firebase.google.com/docs/reference/firestore/indexes
import { readFileSync } from "node:fs";
import * as z from "zod";
import { FirestoreError } from "./errors.ts";
import { type Filter, isInequality, type Leaf, type QueryOrder } from "./filters.ts";
import { parseFieldPath } from "./paths.ts";
import { normalizedOrder, type Query } from "./query.ts";

/** Throws FAILED_PRECONDITION for a query without its index. `aggregated` are the fields that are summed or averaged. */
export type IndexCheck = (query: Pick<Query, "asked" | "scope">, aggregated?: readonly string[]) => void;

const OrderSchema = z.enum(["ASCENDING", "DESCENDING"]);
const FieldIndexSchema = z.object({
  order: OrderSchema.optional(),
  arrayConfig: z.literal("CONTAINS").optional(),
  queryScope: z.enum(["COLLECTION", "COLLECTION_GROUP"]).default("COLLECTION"),
});
const IndexFileSchema = z.object({
  indexes: z
    .array(
      z.object({
        collectionGroup: z.string(),
        queryScope: z.enum(["COLLECTION", "COLLECTION_GROUP"]).default("COLLECTION"),
        fields: z.array(
          z.object({
            fieldPath: z.string(),
            order: OrderSchema.optional(),
            arrayConfig: z.literal("CONTAINS").optional(),
          }),
        ),
      }),
    )
    .default([]),
  fieldOverrides: z
    .array(
      z.object({ collectionGroup: z.string(), fieldPath: z.string(), indexes: z.array(FieldIndexSchema) }),
    )
    .default([]),
});
type IndexFile = z.infer<typeof IndexFileSchema>;
type Scope = z.infer<typeof FieldIndexSchema>["queryScope"];
type Kind = "ASCENDING" | "DESCENDING" | "CONTAINS";

interface IndexField {
  readonly path: string;
  readonly kind: Kind;
}

/** One index: its fields without the document's name, and the direction of the name. */
interface Index {
  readonly fields: readonly IndexField[];
  readonly nameKind: Kind;
}

/** The index that one conjunction of a query needs: the first fields in any order, then the others in this order. */
interface Need {
  readonly equal: ReadonlySet<string>;
  readonly contained: ReadonlySet<string>;
  readonly ordered: readonly IndexField[];
  readonly nameKind: Kind;
  readonly aggregated: ReadonlySet<string>;
}

/** An invalid index file. The message names the file and the reason. */
export class IndexFileError extends Error {
  override readonly name = "IndexFileError";
}

/** Throws `IndexFileError`, or the system's error for a file that cannot be read. */
export function readIndexFile(path: string): IndexCheck {
  const text = readFileSync(path, "utf8");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new IndexFileError(`${path} is not JSON.`);
  }
  const parsed = IndexFileSchema.safeParse(json);
  if (!parsed.success) throw new IndexFileError(`${path}: ${z.prettifyError(parsed.error)}`);
  return indexCheck(parsed.data);
}

export function indexCheck(file: z.input<typeof IndexFileSchema>): IndexCheck {
  const { indexes, fieldOverrides } = IndexFileSchema.parse(file);
  return ({ asked, scope: { collectionId, allDescendants } }, aggregated = []) => {
    // A query without a collection compares only names, which need no index.
    if (collectionId === null) return;
    const scope = allDescendants ? "COLLECTION_GROUP" : "COLLECTION";
    const composite = indexes.filter(
      (index) => index.collectionGroup === collectionId && index.queryScope === scope,
    );
    const known = composite.map(compositeIndex);
    const overrides = fieldOverrides.filter((override) => override.collectionGroup === collectionId);
    const order = normalizedOrder(asked);
    for (const leaves of conjunctionsOf(asked.where)) {
      const need = needOf(leaves, order, aggregated);
      const single = fieldsOf(need).flatMap((path) => singleIndexes(path, scope, overrides));
      if (!isCovered(need, [...known, ...single])) throw missing(need, collectionId, scope);
    }
  };
}

/** The disjunctive normal form. `in` needs the same index as `==`, so its values are not expanded. */
function conjunctionsOf(filter: Filter | undefined): Leaf[][] {
  if (filter === undefined) return [[]];
  const { compositeFilter, fieldFilter, unaryFilter } = filter;
  const leaf = fieldFilter ?? unaryFilter;
  if (leaf !== undefined) return [[{ op: leaf.op ?? "", path: leaf.field?.fieldPath ?? "" }]];
  const parts = (compositeFilter?.filters ?? []).map(conjunctionsOf);
  if (compositeFilter?.op === "OR") return parts.flat();
  return parts.reduce<Leaf[][]>(
    (all, part) => all.flatMap((left) => part.map((right) => [...left, ...right])),
    [[]],
  );
}

function needOf(leaves: readonly Leaf[], order: readonly QueryOrder[], aggregated: readonly string[]): Need {
  const byField = leaves.filter(({ path }) => path !== "__name__");
  const contained = new Set(
    byField.filter(({ op }) => op.startsWith("ARRAY_CONTAINS")).map(({ path }) => path),
  );
  const isEquality = ({ op, path }: Leaf) => !isInequality(op) && !contained.has(path);
  const equal = new Set(byField.filter(isEquality).map(({ path }) => path));
  // A field with an equality has one value in the result, so it does not affect the order.
  const ordered = order.filter(({ path }) => path !== "__name__" && !equal.has(path)).map(orderField);
  const used = new Set([...equal, ...ordered.map(({ path }) => path)]);
  return {
    ...{ equal, contained, ordered },
    nameKind: order.at(-1)?.sign === -1 ? "DESCENDING" : "ASCENDING",
    aggregated: new Set(aggregated.filter((path) => path !== "__name__" && !used.has(path))),
  };
}

const orderField = ({ path, sign }: QueryOrder): IndexField => ({
  path,
  kind: sign === -1 ? "DESCENDING" : "ASCENDING",
});

const fieldsOf = ({ equal, contained, ordered, aggregated }: Need) => [
  ...new Set([...equal, ...contained, ...ordered.map(({ path }) => path), ...aggregated]),
];

function compositeIndex({ fields }: IndexFile["indexes"][number]): Index {
  const all = fields.map(
    ({ fieldPath, order, arrayConfig }): IndexField => ({
      path: fieldPath,
      kind: arrayConfig ?? order ?? "ASCENDING",
    }),
  );
  const last = all.at(-1)?.kind;
  return {
    fields: all.filter(({ path }) => path !== "__name__"),
    // Without an explicit direction, the name has the direction of the last field.
    nameKind: last === "DESCENDING" ? "DESCENDING" : "ASCENDING",
  };
}

/** The single-field indexes: the automatic ones, or those of the nearest override. */
function singleIndexes(path: string, scope: Scope, overrides: IndexFile["fieldOverrides"]): Index[] {
  const segments = parseFieldPath(path);
  const ancestors = segments.map((_, index) => segments.slice(0, segments.length - index).join("."));
  const override = [...ancestors, "*"]
    .map((ancestor) => overrides.find(({ fieldPath }) => fieldPath === ancestor))
    .find((found) => found !== undefined);
  const own = override?.indexes
    .filter(({ queryScope }) => queryScope === scope)
    .map(({ order, arrayConfig }) => arrayConfig ?? order ?? "ASCENDING");
  const automatic: Kind[] = scope === "COLLECTION" ? ["ASCENDING", "DESCENDING", "CONTAINS"] : [];
  return (own ?? automatic).map((kind) => ({
    fields: [{ path, kind }],
    nameKind: kind === "DESCENDING" ? "DESCENDING" : "ASCENDING",
  }));
}

/** Whether the fitting indexes together cover every field: the service merges indexes on equalities. */
function isCovered(need: Need, indexes: readonly Index[]): boolean {
  const { equal, contained, ordered, aggregated } = need;
  const isBare = equal.size + contained.size + ordered.length + aggregated.size === 0;
  if (isBare && need.nameKind === "ASCENDING") return true;
  const prefixes = indexes.flatMap((index) => prefixOf(index, need) ?? []);
  const paths = new Set(prefixes.flat());
  return prefixes.length > 0 && [...equal, ...contained].every((path) => paths.has(path));
}

/** The equality fields that the index covers for this need. May be empty. Undefined if the index does not fit. */
function prefixOf({ fields, nameKind }: Index, need: Need): string[][] | undefined {
  const { equal, contained, ordered, aggregated } = need;
  const from = fields.length - ordered.length - aggregated.size;
  if (from < 0 || (aggregated.size === 0 && nameKind !== need.nameKind)) return undefined;
  const prefix = fields.slice(0, from);
  const isFit =
    prefix.every(({ path, kind }) => (kind === "CONTAINS" ? contained : equal).has(path)) &&
    ordered.every(
      ({ path, kind }, at) => fields[from + at]?.path === path && fields[from + at]?.kind === kind,
    ) &&
    fields.slice(from + ordered.length).every(({ path }) => aggregated.has(path));
  return isFit ? [prefix.map(({ path }) => path)] : undefined;
}

/** The service's error message, with the missing entry of the index file instead of the link to the console. */
function missing(need: Need, collectionGroup: string, queryScope: Scope): FirestoreError {
  const fields = [
    ...[...need.contained].map((fieldPath) => ({ fieldPath, arrayConfig: "CONTAINS" })),
    ...[...need.equal].map((fieldPath) => ({ fieldPath, order: "ASCENDING" })),
    ...need.ordered.map(({ path, kind }) => ({ fieldPath: path, order: kind })),
    ...[...need.aggregated].map((fieldPath) => ({ fieldPath, order: "ASCENDING" })),
  ];
  const [first, ...others] = fields;
  if (first !== undefined && others.length === 0) {
    const { fieldPath, ...index } = first;
    const entry = { collectionGroup, fieldPath, indexes: [{ ...index, queryScope }] };
    return refusal("fieldOverrides", entry);
  }
  return refusal("indexes", { collectionGroup, queryScope, fields });
}

function refusal(list: string, entry: object): FirestoreError {
  const message = `The query requires an index. Add to "${list}" of the index file: ${JSON.stringify(entry)}`;
  return new FirestoreError("FAILED_PRECONDITION", message);
}
