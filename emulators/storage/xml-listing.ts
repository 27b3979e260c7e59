// The XML API's list of a bucket's objects, for signed addresses of a bucket.
// https://cloud.google.com/storage/docs/xml-api/get-bucket-list
import type { Call } from "./call.ts";
import { escapeXml, unimplemented } from "./errors.ts";
import { type Listing, listObjects, pageToken } from "./listing.ts";
import { LAST } from "./objects.ts";
import { etagOf } from "./resources.ts";
import type { UploadStores } from "./uploads.ts";

const COVERED = new Set(["prefix", "delimiter", "marker", "max-keys"]);

/** Throws 501 for parameters of another list version or of another sub-resource. */
export function listInXml(call: Call, bucket: string, { buckets, objects }: UploadStores): void {
  for (const name of call.query.keys()) {
    if (!COVERED.has(name) && !/^x-goog-/i.test(name)) throw unimplemented(`XML API ?${name} of a bucket`);
  }
  buckets.get(bucket);
  const { prefix = "", delimiter = "", marker = "", "max-keys": size } = Object.fromEntries(call.query);
  // A marker that is a common prefix skips its whole group.
  const isGroup = delimiter !== "" && marker.endsWith(delimiter) && marker !== prefix;
  const wanted = new URLSearchParams({ prefix, delimiter });
  if (size !== undefined) wanted.set("maxResults", size);
  if (marker !== "") wanted.set("pageToken", pageToken(isGroup ? marker + LAST : marker));
  const listing = listObjects(objects, bucket, wanted);
  const body = Buffer.from(document(listing, { Name: bucket, Prefix: prefix, Marker: marker }));
  call.res.writeHead(200, {
    "content-type": "application/xml; charset=UTF-8",
    "content-length": body.length,
    "cache-control": "private, max-age=0",
  });
  call.res.end(body);
}

function document({ objects, prefixes, nextPageToken }: Listing, about: Record<string, string>): string {
  const last = [...objects.map(({ name }) => name), ...prefixes].reduce(later, "");
  const contents = objects.map((object) => {
    const { name: Key, generation, metageneration, updated, size } = object;
    const LastModified = new Date(updated).toISOString();
    const version = { Generation: String(generation), MetaGeneration: String(metageneration) };
    const fields = { Key, ...version, LastModified, ETag: `"${etagOf(object)}"`, Size: String(size) };
    return `<Contents>${elements(fields)}</Contents>`;
  });
  const groups = prefixes.map((Prefix) => `<CommonPrefixes>${elements({ Prefix })}</CommonPrefixes>`);
  const next: Record<string, string> = nextPageToken === undefined ? {} : { NextMarker: last };
  const isTruncated = { IsTruncated: String(nextPageToken !== undefined) };
  const namespace = "http://doc.s3.amazonaws.com/2006-03-01";
  return `<?xml version='1.0' encoding='UTF-8'?><ListBucketResult xmlns='${namespace}'>${elements({ ...about, ...next, ...isTruncated })}${contents.join("")}${groups.join("")}</ListBucketResult>`;
}

/** The later of two names by UTF-8 bytes. */
function later(a: string, b: string): string {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0 ? b : a;
}

function elements(fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([tag, text]) => `<${tag}>${escapeXml(text)}</${tag}>`)
    .join("");
}
