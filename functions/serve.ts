// One function from its source, as its bundle serves it in the cloud. `FUNCTION_TARGET` names the function, `PORT` where it
// listens; both as Cloud Run and the functions framework have them.
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
