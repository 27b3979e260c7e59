// An error in the form that the Auth clients parse: a code in capitals, optionally followed by " : " and an explanation.

export class AuthError extends Error {
  override readonly name = "AuthError";
  readonly httpStatus: number;
  readonly status: "INVALID_ARGUMENT" | "NOT_IMPLEMENTED" | "PERMISSION_DENIED";

  constructor(message: string, httpStatus = 400, status: AuthError["status"] = "INVALID_ARGUMENT") {
    super(message);
    this.httpStatus = httpStatus;
    this.status = status;
  }

  /** The error for a feature that the emulator does not cover. It names the feature. */
  static notImplemented(what: string): AuthError {
    return new AuthError(`The embedded Auth emulator does not support ${what}.`, 501, "NOT_IMPLEMENTED");
  }

  /** The body of the error response. */
  body(): object {
    const { httpStatus: code, message, status } = this;
    return { error: { code, message, status, errors: [{ message, reason: "invalid", domain: "global" }] } };
  }
}
