// Planted bugs in batches of pictures and their timing.
import { amended, type PlantedBug, scheduleBug, stepBug } from "./plant-bug.ts";

export const BATCH_BUGS: readonly PlantedBug[] = [
  {
    name: "a batch paid twice",
    does: "submits a batch again without looking whether it is there",
    plant: ({ vendor }) => {
      vendor.find = () => undefined;
      return {};
    },
  },
  stepBug(
    "a batch forgotten",
    "does not know which batch its step waits for",
    () => (decide, record, now) => {
      if (record === undefined) return decide(record, now);
      const { batch: _forgotten, ...rest } = record;
      return decide(rest, now);
    },
  ),
  scheduleBug(
    "a batch left at its vendor",
    "forgets the batch of a step that leaves flight",
    () => (decide, current) => amended(decide(current), ({ leftBatches: _forgotten, ...after }) => after),
  ),
  scheduleBug(
    "the clock runs in a batch",
    "counts the time of batches towards the session's deadline",
    () => (decide, current) =>
      amended(decide(current), (after) => {
        const wasParked = current.schedule.parkedSince !== undefined;
        return wasParked ? { ...after, deadlineAt: current.schedule.deadlineAt } : after;
      }),
  ),
];
