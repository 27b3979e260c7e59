// The smallest function on the same framework and server: the lower bound of a cold start.
import { http } from "@google-cloud/functions-framework";
import { getTestServer } from "@google-cloud/functions-framework/testing";
import { serveFunction } from "../../lib/serve-function.ts";

http("hello", (_request, response) => {
  response.send("hello");
});
await serveFunction(async () => getTestServer("hello"));
