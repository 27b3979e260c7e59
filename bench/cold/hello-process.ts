// The smallest function on the functions framework's own server: the baseline of cold starts.
import { http } from "@google-cloud/functions-framework";
import { getTestServer } from "@google-cloud/functions-framework/testing";
import { serveFunction } from "../../lib/serve-function.ts";

http("hello", (_request, response) => {
  response.send("hello");
});
await serveFunction(async () => getTestServer("hello"));
