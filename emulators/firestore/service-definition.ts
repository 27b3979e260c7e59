// The client library's definition of google.firestore.v1.Firestore, with messages in the form that messages.ts declares. The encoded
// form of a big document is cached for each version, because many workers read the same document again and again.
import type { ServiceDefinition } from "@grpc/grpc-js";
import { fromJSON } from "@grpc/proto-loader";
import type { Document } from "./messages.ts";
import { readDescriptors } from "./proto-descriptors.ts";
import type { Fields } from "./values.ts";

const PACKAGE = "google.firestore.v1";

/** Bytes of encoded fields below which a document is not cached, because encoding it again is as fast. */
const MIN_KEPT_BYTES = 4_096;

type Encode = (message: object) => Buffer;

export function loadServiceDefinition(): ServiceDefinition {
  const definition = fromJSON(readDescriptors(), {
    longs: String,
    enums: String,
    bytes: String,
    json: true,
  });
  const service = definition[`${PACKAGE}.Firestore`];
  const document = definition[`${PACKAGE}.Document`];
  const documentChange = definition[`${PACKAGE}.DocumentChange`];
  if (service === undefined || "format" in service || !isMessage(document) || !isMessage(documentChange)) {
    throw new Error("The client's descriptors lack the Firestore service.");
  }
  const encodeDocument = documentEncoder(document.serialize);
  const encodeChange = withPart(documentChange.serialize, "document", 1, encodeDocument);
  return {
    ...service,
    ...replaced(service, "BatchGetDocuments", "found", 1, encodeDocument),
    ...replaced(service, "RunQuery", "document", 1, encodeDocument),
    ...replaced(service, "Listen", "documentChange", 3, encodeChange),
  };
}

function isMessage(definition: object | undefined): definition is { serialize: Encode } {
  return definition !== undefined && "format" in definition && "serialize" in definition;
}

/** Replaces the encoding of one field of a method's response by a function. */
function replaced(
  service: ServiceDefinition,
  method: string,
  field: string,
  number: number,
  encodePart: Encode,
): ServiceDefinition {
  const found = service[method];
  if (found === undefined) throw new Error(`The client's descriptors lack ${method}.`);
  return {
    [method]: { ...found, responseSerialize: withPart(found.responseSerialize, field, number, encodePart) },
  };
}

/**
 * Encodes a message that contains an already encoded field. Fields of a message may come in any order, so the field is appended:
 * https://protobuf.dev/programming-guides/encoding/#order
 */
function withPart(encodeRest: Encode, field: string, number: number, encodePart: Encode): Encode {
  return (message) => {
    const { [field]: part, ...rest }: { [name: string]: unknown } = { ...message };
    if (typeof part !== "object" || part === null) return encodeRest(message);
    const encoded = encodePart(part);
    return Buffer.concat([encodeRest(rest), lengthDelimited(number, encoded.length), encoded]);
  };
}

function documentEncoder(encode: Encode): Encode {
  const kept = new WeakMap<Fields, Buffer>();
  return ({ fields, ...rest }: Document) => {
    if (fields === undefined) return encode(rest);
    let encoded = kept.get(fields);
    if (encoded === undefined) {
      encoded = encode({ fields });
      if (encoded.length >= MIN_KEPT_BYTES) kept.set(fields, encoded);
    }
    return Buffer.concat([encode(rest), encoded]);
  };
}

/** The tag of a length-delimited field with a one-byte tag, and the length. */
function lengthDelimited(fieldNumber: number, length: number): Buffer {
  const bytes = [(fieldNumber << 3) | 2];
  let rest = length;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return Buffer.from([...bytes, rest]);
}
