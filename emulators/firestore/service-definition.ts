// google.firestore.v1.Firestore as the client describes it, with messages in the form that messages.ts declares.
import { readFileSync } from "node:fs";
import type { ServiceDefinition } from "@grpc/grpc-js";
import { fromJSON } from "@grpc/proto-loader";

const SERVICE = "google.firestore.v1.Firestore";

export function loadServiceDefinition(): ServiceDefinition {
  // The package does not export its descriptors: they are found beside what it does export.
  const descriptors = new URL("../protos/v1.json", import.meta.resolve("@google-cloud/firestore"));
  const definition = fromJSON(JSON.parse(readFileSync(descriptors, "utf8")), {
    longs: String,
    enums: String,
    bytes: String,
    json: true,
  });
  const service = definition[SERVICE];
  if (service === undefined || "format" in service)
    throw new Error(`The client's descriptors lack ${SERVICE}.`);
  return service;
}
