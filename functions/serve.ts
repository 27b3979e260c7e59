// Serves one function from its source, as its bundle does in the cloud. `FUNCTION_TARGET`: name of the function. `PORT`: where it listens.
// Both as in Cloud Run and the functions framework.
import { functionServer } from "../lib/function-server.ts";
import { serveFunction } from "../lib/serve-function.ts";
import { FUNCTIONS } from "../lib/topology.ts";

await serveFunction(async () => {
  const { FUNCTION_TARGET: target } = process.env;
  const hosted = FUNCTIONS.find(({ name }) => name === target);
  if (hosted === undefined) {
    const names = FUNCTIONS.map(({ name }) => name).join(", ");
    throw new Error(`the environment variable FUNCTION_TARGET must be one of ${names}; it is ${target}`);
  }
  await import(`./${hosted.name}.ts`);
  return functionServer(hosted.name);
});
