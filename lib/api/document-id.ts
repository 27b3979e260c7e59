// Which ids may name a document. An id that comes with a request may be any text; one that no document can have names none.

const MOST_BYTES = 1_500;

/** By the rules of Firestore: https://firebase.google.com/docs/firestore/quotas#collections_documents_and_fields */
export function isDocumentId(id: string): boolean {
  return (
    id !== "" &&
    id !== "." &&
    id !== ".." &&
    !id.includes("/") &&
    !(id.startsWith("__") && id.endsWith("__")) &&
    id.isWellFormed() &&
    Buffer.byteLength(id) <= MOST_BYTES
  );
}
