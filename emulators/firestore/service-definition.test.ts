// The client must decode a document from the encoder's cache like one that gRPC encoded.
import { expect, test } from "vitest";
import { loadServiceDefinition } from "./service-definition.ts";

const service = loadServiceDefinition();
const readTime = { seconds: "1", nanos: 1000 };

function throughTheWire(method: string, message: object): unknown {
  const definition = service[method];
  return definition?.responseDeserialize(definition.responseSerialize(message));
}

function documentOf(bytes: number) {
  const fields = {
    text: { stringValue: "x".repeat(bytes) },
    map: { mapValue: { fields: { n: { integerValue: "1" } } } },
  };
  return {
    name: "projects/p/databases/d/documents/c/id",
    fields,
    createTime: readTime,
    updateTime: readTime,
  };
}

test.each([0, 100, 5_000, 20_000, 3_000_000])(
  "a document of %i bytes arrives whole, each time it is sent",
  (bytes) => {
    const document = documentOf(bytes);
    for (const updateTime of [readTime, { seconds: "2" }]) {
      const found = { ...document, updateTime };
      const read = { found, readTime };
      expect(throughTheWire("BatchGetDocuments", read)).toEqual(read);
      const result = { document: found, readTime, skippedResults: 3 };
      expect(throughTheWire("RunQuery", result)).toEqual(result);
      const change = { documentChange: { document: found, targetIds: [1, 2], removedTargetIds: [300] } };
      expect(throughTheWire("Listen", change)).toEqual(change);
    }
  },
);

test("responses without a document are not changed", () => {
  for (const response of [
    { missing: "name", readTime },
    { transaction: "aWQ=", readTime },
  ]) {
    expect(throughTheWire("BatchGetDocuments", response)).toEqual(response);
  }
  const change = {
    targetChange: { targetChangeType: "CURRENT", targetIds: [1], resumeToken: "MQ==", readTime },
  };
  expect(throughTheWire("Listen", change)).toEqual(change);
  const empty = { found: { name: "projects/p/databases/d/documents/c/id" }, readTime };
  expect(throughTheWire("BatchGetDocuments", empty)).toEqual(empty);
});
