// The trace exporter of this process. Configured before anything is served, so that instrumentation can be skipped if there is none.
import { startTracing } from "../lib/cloud/tracing.ts";

export const tracing = await startTracing();
