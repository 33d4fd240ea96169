/** For a rollback that was begun: from its state it tells what it needs. */
export function finishRollback(hop: string): string {
  return `Finish it: ${waysToRollBack(hop)}; it says whether the hop's id is to be typed as confirmation.`;
}

/** How a person goes back inside the rollback window: where there are workflows, and with GitHub out of reach. */
export function waysToRollBack(hop: string): string {
  return `run the workflow "Rollback" with the hop ${hop}, or in a terminal: staged-upgrade rollback --hop ${hop}`;
}
