// The types of google.firestore.v1 from the Node client's descriptors, resolved by name as in .proto files.
import { readFileSync } from "node:fs";

export interface FieldNode {
  readonly type: string;
  readonly rule?: "repeated";
  /** Present only for a map. */
  readonly keyType?: string;
  readonly options?: { readonly proto3_optional?: boolean };
}

/** A package, a message or an enum. */
interface TypeNode {
  readonly fields?: { readonly [name: string]: FieldNode };
  readonly oneofs?: { readonly [name: string]: { readonly oneof: readonly string[] } };
  readonly values?: { readonly [name: string]: number };
  readonly nested?: { readonly [name: string]: TypeNode };
}

export interface FoundType {
  /** The full name, such as `google.firestore.v1.Value`. */
  readonly name: string;
  readonly node: TypeNode;
}

/** The client package does not export its descriptors, so they are read from the file beside its main module. */
export function readDescriptors(): TypeNode {
  const file = new URL("../protos/v1.json", import.meta.resolve("@google-cloud/firestore"));
  const root: TypeNode = JSON.parse(readFileSync(file, "utf8"));
  addVerify(root);
  return root;
}

/** Adds `verify`, a field of Write that only the web SDK's protos have: its transactions use it for documents they read but do not write. */
function addVerify(root: TypeNode): void {
  const { fields, oneofs } = findType(root, "google.firestore.v1.Write", "")?.node ?? {};
  if (fields === undefined || oneofs?.operation === undefined) {
    throw new Error("The client's descriptors lack Write.");
  }
  const verify = { type: "string", id: 5 };
  Object.assign(fields, { verify });
  Object.assign(oneofs, { operation: { oneof: [...oneofs.operation.oneof, "verify"] } });
}

/** Resolves a name from the innermost scope outwards. */
export function findType(root: TypeNode, name: string, scope: string): FoundType | null {
  const scopes = scope.split(".");
  for (let depth = scopes.length; depth >= 0; depth -= 1) {
    const path = [...scopes.slice(0, depth), ...name.split(".")];
    const node = path.reduce<TypeNode | undefined>((within, part) => within?.nested?.[part], root);
    if (node !== undefined) return { name: path.join("."), node };
  }
  return null;
}
