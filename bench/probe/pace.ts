// Seconds that a measured service takes for a second of simulated time.
export const PACE = Number(process.env.BENCH_PACE ?? "1");
