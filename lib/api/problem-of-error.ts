// Maps errors to problem documents. Unknown errors are logged and answered as a 500 without details.
import { HTTPException } from "hono/http-exception";
import { BusyError } from "../pipeline/errors.ts";
import {
  BookWithdrawnError,
  CostsMoneyError,
  EditConflictError,
  FontInUseError,
  FontRefusedError,
  GateConflictError,
  MovedOnError,
  SessionStateError,
  VersionConflictError,
} from "../pipeline/refusals.ts";
import { CannotReviseError } from "../pipeline/reviser.ts";
import {
  IdempotencyConflictError,
  SessionMissingError,
  TooManyRunningError,
} from "../pipeline/schedule-store.ts";
import { ServiceFullError } from "../pipeline/service-windows.ts";
import { EditRefusedError } from "../pipeline/step-editor.ts";
import { refusedToken, TokenRefusedError } from "./identity.ts";
import { tooManyRunning } from "./limits.ts";
import { ApiProblem } from "./problems.ts";

/** `onError` receives errors that clients must not see: those behind a 500 or a 503. */
export function problemOf(error: unknown, onError: (error: unknown) => void): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof TokenRefusedError) return refusedToken(error);
  if (error instanceof HTTPException && error.status === 400) {
    return new ApiProblem(400, "invalid-json", "The body is not JSON.");
  }
  if (error instanceof SessionMissingError) return new ApiProblem(404, "session-not-found", error.message);
  if (error instanceof SessionStateError) return new ApiProblem(409, "session-not-active", error.message);
  if (error instanceof GateConflictError) {
    return new ApiProblem(409, "gate-conflict", error.message, { current: error.current });
  }
  if (error instanceof EditRefusedError) return refusedEdit(error);
  if (error instanceof FontRefusedError) {
    const detail = `file: ${error.message}`;
    return new ApiProblem(422, "font-unusable", detail, { field: "file", reason: error.reason });
  }
  if (error instanceof FontInUseError) return new ApiProblem(409, "font-in-use", error.message);
  if (error instanceof CannotReviseError) {
    return new ApiProblem(422, "cannot", error.message, { reason: error.reason, words: error.words });
  }
  if (error instanceof VersionConflictError) {
    const detail = `${error.message}; read the current version and try again.`;
    return new ApiProblem(412, "version-conflict", detail, { current: error.current });
  }
  if (error instanceof EditConflictError) return editConflict(error);
  if (error instanceof BookWithdrawnError) {
    return new ApiProblem(
      403,
      "book-withdrawn",
      `${error.message}. It can be shared when an operator admits it again.`,
    );
  }
  if (error instanceof CostsMoneyError) {
    return new ApiProblem(409, "book-not-ready", `${error.message}.`);
  }
  if (error instanceof MovedOnError) {
    return new ApiProblem(409, "session-moves", `${error.message}; try again in a moment.`);
  }
  if (error instanceof IdempotencyConflictError) {
    return new ApiProblem(422, "idempotency-conflict", error.message);
  }
  if (error instanceof TooManyRunningError) return tooManyRunning(error);
  if (error instanceof ServiceFullError) return serviceFull(error);
  onError(error);
  if (error instanceof BusyError) {
    const detail = "A store of the service is unavailable; try again in a moment.";
    return new ApiProblem(503, "store-unavailable", detail, {}, { "retry-after": "5" });
  }
  return new ApiProblem(500, "internal", "Internal error; the service's log has the reason.");
}

/** The service's limit is reached. The request itself is valid and can be retried in the next window of the limit. */
function serviceFull({ message, window, of, waitSeconds }: ServiceFullError): ApiProblem {
  const detail = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  const reason = `${window}-${of}`;
  return new ApiProblem(503, "service-full", detail, { reason }, { "retry-after": String(waitSeconds) });
}

/** The path as the API's fields name it. */
function editConflict({ path, message, actual }: EditConflictError): ApiProblem {
  const { at, ...rest } = actual;
  const shown = at === undefined ? rest : { ...rest, position: at };
  return new ApiProblem(412, "edit-conflict", `${message}; read the current version and try again.`, {
    field: path.replace(/\.at$/, ".position"),
    actual: shown,
  });
}

function refusedEdit({ code, path, message }: EditRefusedError): ApiProblem {
  const where = path === "" ? "" : `${path}: `;
  const field = path === "" ? {} : { field: path };
  return new ApiProblem(code === "not-found" ? 404 : 422, code, `${where}${message}`, field);
}
