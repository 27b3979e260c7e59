// Maps a Firestore error to HTTP: https://cloud.google.com/apis/design/errors#http_mapping
import { type StatusName, toFirestoreError } from "../errors.ts";

const HTTP_STATUS: Readonly<Record<StatusName, number>> = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  ABORTED: 409,
  CANCELLED: 499,
  INTERNAL: 500,
  UNIMPLEMENTED: 501,
  UNAVAILABLE: 503,
};

interface ErrorBody {
  readonly error: { readonly code: number; readonly message: string; readonly status: StatusName };
}

export function errorBody(error: unknown): ErrorBody {
  const { status, message } = toFirestoreError(error);
  return { error: { code: HTTP_STATUS[status], message, status } };
}
