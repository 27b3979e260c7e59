// The date that prices and retirements of models are looked up by.

/** ISO date (UTC). `MEKURI_MODELS_TODAY` sets another one, so that tests do not depend on the day on which they run. */
export function today(): string {
  return process.env.MEKURI_MODELS_TODAY || new Date().toISOString().slice(0, 10);
}
