// Validates document ids. An id from a request may be any text; an invalid one is treated as the id of a missing document.

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
