// A refusal in the form that the Auth clients read: a code in capitals, perhaps with an explanation behind " : ".

export class AuthError extends Error {
  override readonly name = "AuthError";
  readonly httpStatus: number;
  readonly status: "INVALID_ARGUMENT" | "NOT_IMPLEMENTED" | "PERMISSION_DENIED";

  constructor(message: string, httpStatus = 400, status: AuthError["status"] = "INVALID_ARGUMENT") {
    super(message);
    this.httpStatus = httpStatus;
    this.status = status;
  }

  /** What the emulator does not cover, by its name. */
  static notImplemented(what: string): AuthError {
    return new AuthError(`The embedded Auth emulator does not support ${what}.`, 501, "NOT_IMPLEMENTED");
  }

  /** The answer's body. */
  body(): object {
    const { httpStatus: code, message, status } = this;
    return { error: { code, message, status, errors: [{ message, reason: "invalid", domain: "global" }] } };
  }
}
