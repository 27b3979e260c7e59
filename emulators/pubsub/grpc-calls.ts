// Common parts of Pub/Sub's gRPC methods: status codes, list pages, and refusals of uncovered methods.
import {
  type handleUnaryCall,
  Metadata,
  type ServiceDefinition,
  type ServiceError,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { PubSubError, unimplemented } from "./pubsub-error.ts";

/** Converts an error of the broker into a gRPC status. Every error but a `PubSubError` is INTERNAL. */
export function serviceError(error: unknown): ServiceError {
  const cause = error instanceof Error ? error : new Error(String(error));
  const code = cause instanceof PubSubError ? status[cause.code] : status.INTERNAL;
  return Object.assign(new Error(cause.message, { cause }), {
    code,
    details: cause.message,
    metadata: new Metadata(),
  });
}

/** A unary method with a synchronous implementation. */
export function unary<Request, Response>(
  handle: (request: Request) => Response,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    let response: Response;
    try {
      response = handle(call.request);
    } catch (error) {
      callback(serviceError(error));
      return;
    }
    callback(null, response);
  };
}

/** Adds an UNIMPLEMENTED handler for every method of the service that `methods` lacks. */
export function complete(
  service: ServiceDefinition,
  methods: UntypedServiceImplementation,
): UntypedServiceImplementation {
  const refusals = Object.entries(service)
    .filter(([name]) => methods[name] === undefined)
    .map(([name, { path }]) => [name, refusal(path)] as const);
  return { ...methods, ...Object.fromEntries(refusals) };
}

const refusal = (path: string) =>
  unary<unknown, never>(() => {
    throw unimplemented(path.slice(1));
  });

const asBytes = (bytes: Buffer) => bytes;

/** google.iam.v1.IAMPolicy. The client library lacks its descriptors, so requests are not decoded: every method is refused by name. */
export const IAM_POLICY: ServiceDefinition = Object.fromEntries(
  ["GetIamPolicy", "SetIamPolicy", "TestIamPermissions"].map((method) => [
    method,
    {
      path: `/google.iam.v1.IAMPolicy/${method}`,
      ...{ requestStream: false, responseStream: false },
      ...{ requestSerialize: asBytes, requestDeserialize: asBytes },
      ...{ responseSerialize: asBytes, responseDeserialize: asBytes },
    },
  ]),
);

interface PageRequest {
  pageSize?: number | null;
  pageToken?: string | null;
}

/** One page of a sorted list. The page token is the key of the last item. */
export function page<T>(items: readonly T[], keyOf: (item: T) => string, request: PageRequest) {
  const after = request.pageToken ? Buffer.from(request.pageToken, "base64url").toString() : undefined;
  const rest = after === undefined ? items : items.filter((item) => keyOf(item) > after);
  const slice = rest.slice(0, request.pageSize || 1000);
  const last = slice.at(-1);
  const isLastPage = slice.length === rest.length || last === undefined;
  return {
    items: slice,
    nextPageToken: isLastPage ? "" : Buffer.from(keyOf(last)).toString("base64url"),
  };
}
