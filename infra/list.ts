// `node list.ts STAGE`: prints every resource of an environment as JSON, recorded without an account and without Pulumi.
import { exampleSettings, recordResources } from "./recorded.ts";

const [stage] = process.argv.slice(2);
if (stage !== "dev" && stage !== "prod") throw new Error("name a stage: dev or prod");
const resources = await recordResources(exampleSettings(stage));
const shown = resources.map(({ type, name, inputs }) => ({ type, name, inputs }));
process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
