// The date for prices and retirements of models.

/** ISO date (UTC). `MEKURI_MODELS_TODAY` replaces it, so that tests do not depend on the day on which they run. */
export function today(): string {
  return process.env.MEKURI_MODELS_TODAY || new Date().toISOString().slice(0, 10);
}
