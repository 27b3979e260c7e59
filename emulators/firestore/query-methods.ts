// The methods that read many documents (queries, aggregations, partitions, listings), from request to response, for every
// transport.
import { aggregate, aggregatedFields } from "./aggregation.ts";
import type { Engine } from "./engine.ts";
import { invalid, unimplemented } from "./errors.ts";
import {
  type Document,
  type ListCollectionIdsRequest,
  type ListDocumentsRequest,
  type ListDocumentsResponse,
  type PartitionQueryRequest,
  type PartitionQueryResponse,
  type RunAggregationQueryRequest,
  type RunAggregationQueryResponse,
  type RunQueryRequest,
  type RunQueryResponse,
  toConsistency,
  toDocument,
} from "./messages.ts";
import { checkCollectionId, checkParent, compareNames, compareStrings } from "./paths.ts";
import { compileQuery } from "./query.ts";
import { toTimestamp } from "./timestamps.ts";

const DEFAULT_PAGE_SIZE = 300;

export async function runQuery(engine: Engine, request: RunQueryRequest): Promise<RunQueryResponse[]> {
  if (request.explainOptions !== undefined) throw unimplemented("query explain");
  const query = compileQuery(request.parent, request.structuredQuery);
  engine.requireIndex(query);
  const { value, readTime: micros, begun } = await engine.query(query, toConsistency(request));
  const readTime = toTimestamp(micros);
  const first: RunQueryResponse = {
    readTime,
    ...(begun === null ? {} : { transaction: begun }),
    ...(value.skipped === 0 ? {} : { skippedResults: value.skipped }),
  };
  const documents = value.documents.map((document) => ({
    document: toDocument(query.project(document)),
    readTime,
  }));
  return [first, ...documents];
}

export async function runAggregationQuery(
  engine: Engine,
  request: RunAggregationQueryRequest,
): Promise<RunAggregationQueryResponse[]> {
  if (request.explainOptions !== undefined) throw unimplemented("query explain");
  const { structuredQuery, aggregations = [] } = request.structuredAggregationQuery ?? {};
  const query = compileQuery(request.parent, structuredQuery);
  engine.requireIndex(query, aggregatedFields(aggregations));
  const { value, readTime, begun } = await engine.query(query, toConsistency(request));
  const response = {
    result: { aggregateFields: aggregate(value.documents, aggregations) },
    readTime: toTimestamp(readTime),
  };
  return [begun === null ? response : { ...response, transaction: begun }];
}

/** Cursors that split a collection group, in the order of names, into parts of equal size. */
export async function partitionQuery(
  engine: Engine,
  request: PartitionQueryRequest,
): Promise<PartitionQueryResponse> {
  const query = compileQuery(request.parent, request.structuredQuery);
  const { value } = await engine.query(query, toConsistency(readTimeOnly(request)));
  const names = value.documents.map(({ name }) => name).sort(compareNames);
  const wanted = Number(request.partitionCount ?? 0);
  if (wanted < 1) throw invalid("The partition count must be positive.");
  const count = Math.max(0, Math.min(wanted, names.length - 1));
  const points = Array.from({ length: count }, (_, index) => {
    const name = names[Math.floor(((index + 1) * names.length) / (count + 1))] ?? "";
    return { values: [{ referenceValue: name }] };
  });
  const { page, next } = paginate(points, request.pageSize ?? count, Number(request.pageToken ?? 0));
  return { partitions: page, ...next };
}

export async function listDocuments(
  engine: Engine,
  request: ListDocumentsRequest,
): Promise<ListDocumentsResponse> {
  if (request.orderBy !== undefined) throw unimplemented("orderBy in ListDocuments");
  const parent = checkParent(request.parent);
  const collectionId = request.collectionId ?? "";
  if (collectionId === "") throw unimplemented("ListDocuments without a collection id");
  const scope = { parent, collectionId: checkCollectionId(collectionId), allDescendants: false };
  const { value } = await engine.read(
    (source) => [...source.scan(scope, () => true)],
    (documents) => ({
      names: documents.map(({ name }) => name),
      query: compileQuery(parent, { from: [{ collectionId }] }),
    }),
    toConsistency(request),
  );
  const documents = new Map<string, Document>(
    value.map((each) => [each.name, toDocument(each, request.mask)]),
  );
  if (request.showMissing === true) {
    const prefix = `${parent}/${collectionId}`;
    for (const below of engine.namesBelow(prefix)) {
      const name = `${prefix}/${below
        .slice(prefix.length + 1)
        .split("/", 1)
        .join("")}`;
      if (!documents.has(name)) documents.set(name, { name });
    }
  }
  // The token is the last name of the previous page, so documents that are created or deleted meanwhile do not shift the pages.
  const after = request.pageToken === undefined ? null : Buffer.from(request.pageToken, "base64").toString();
  const names = [...documents.keys()].sort(compareNames);
  const rest = after === null ? names : names.filter((name) => compareNames(name, after) > 0);
  const page = rest.slice(0, request.pageSize || DEFAULT_PAGE_SIZE);
  return {
    documents: page.flatMap((name) => documents.get(name) ?? []),
    ...(page.length < rest.length
      ? { nextPageToken: Buffer.from(page.at(-1) ?? "").toString("base64") }
      : {}),
  };
}

export async function listCollectionIds(
  engine: Engine,
  request: ListCollectionIdsRequest,
): Promise<{ readonly collectionIds: readonly string[]; readonly nextPageToken?: string }> {
  if (request.readTime !== undefined) throw unimplemented("ListCollectionIds at a read time");
  const parent = checkParent(request.parent);
  const ids = new Set(
    engine.namesBelow(parent).flatMap((name) => name.slice(parent.length + 1).split("/", 1)),
  );
  const sorted = [...ids].sort(compareStrings);
  const { page, next } = paginate(sorted, request.pageSize || sorted.length, Number(request.pageToken ?? 0));
  return { collectionIds: page, ...next };
}

function paginate<T>(
  all: readonly T[],
  size: number,
  start: number,
): { page: T[]; next: { nextPageToken?: string } } {
  const end = start + size;
  return { page: all.slice(start, end), next: end < all.length ? { nextPageToken: String(end) } : {} };
}

function readTimeOnly({ readTime }: PartitionQueryRequest) {
  return readTime === undefined ? {} : { readTime };
}
