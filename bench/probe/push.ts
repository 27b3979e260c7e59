// Records when a handler has its message.
import * as z from "zod";
import { servePush as real } from "../../lib/cloud/push.ts";
import { mark } from "./journal.ts";

const AboutSchema = z.object({ sessionId: z.string(), step: z.string() });

export const servePush: typeof real = (handle, tracing) =>
  real((delivery) => {
    const about = AboutSchema.safeParse(delivery.body).data;
    if (about !== undefined) mark("entered", about.sessionId, about.step);
    return handle(delivery);
  }, tracing);
