// How fast a measured service's clock runs: what would take a second takes this many.
export const PACE = Number(process.env.BENCH_PACE ?? "1");
