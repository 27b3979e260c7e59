// Where this process sends its traces. It is known before anything is served, so that what only decorates can be left out.
import { startTracing } from "../lib/cloud/tracing.ts";

export const tracing = await startTracing();
