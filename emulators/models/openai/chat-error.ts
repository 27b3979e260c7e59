// An error in OpenAI's form: `{error: {message, type, param, code}}`.

const TYPES: Record<number, string> = {
  400: "invalid_request_error",
  401: "invalid_request_error",
  404: "not_found_error",
};

export class ChatError extends Error {
  override readonly name = "ChatError";
  readonly status: number;
  readonly code: string | null;
  readonly type: string;

  constructor(
    status: number,
    message: string,
    code: string | null = null,
    type = TYPES[status] ?? "api_error",
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.type = type;
  }

  toJSON() {
    return { error: { message: this.message, type: this.type, param: null, code: this.code } };
  }
}
