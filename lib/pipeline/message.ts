// The messages sent through Pub/Sub: ids only.
import * as z from "zod";

export const STEP_MESSAGE_VERSION = 1;

export const StepMessageSchema = z.object({
  v: z.literal(STEP_MESSAGE_VERSION),
  sessionId: z.string().min(1),
  step: z.string().min(1),
  inputHash: z.string().min(1),
});
export type StepMessage = z.infer<typeof StepMessageSchema>;

/** Publishes the message of a released step to the topic of its phase. */
export interface StepPublisher {
  /** Resolves when Pub/Sub has taken all of them. Throws `BusyError` when it cannot. */
  publish(messages: readonly StepMessage[]): Promise<void>;
}
