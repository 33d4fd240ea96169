/** Far above what any vendor publishes; what is larger is not a list of releases, and reading it would look like a hang. */
export const releaseLimits = {
  /** Of one answer: npm documents of old packages have tens of megabytes. */
  answerMegabytes: 256,
  releases: 100_000,
} as const;
